"""Sparing visitors the wait for an engine that is away: one finds out, the next do not ask.

The state is in Django's cache, so that all processes share it. Closed: everybody asks. After a failure it is
open: nobody asks for a while. After that one visitor at a time tries; when that goes well it closes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import cache

from caching import generation
from search.engines.base import EngineUnavailable
from search.signals import index_caught_up

T = TypeVar("T")

#: How long nobody asks after a failure.
OPEN_SECONDS = 15.0
#: How long one try may take before another visitor may make one.
_TRY_SECONDS = 5.0
#: A breaker that nobody asked for this long is forgotten, and so closed.
_KEEP_SECONDS = 3600

_OPEN_UNTIL = "search-breaker:open-until"
_TRYING = "search-breaker:trying"


def guarded(ask: Callable[[], T]) -> T:
    """Ask the engine, unless it just failed. Raises :class:`EngineUnavailable` in both cases."""
    open_until = cache.get(_OPEN_UNTIL)
    if open_until is not None and (time.time() < open_until or not cache.add(_TRYING, True, _TRY_SECONDS)):
        raise EngineUnavailable("not asked, because it failed a moment ago")
    try:
        answer = ask()
    except EngineUnavailable:
        cache.set(_OPEN_UNTIL, time.time() + OPEN_SECONDS, _KEEP_SECONDS)
        cache.delete(_TRYING)
        raise
    if open_until is not None:
        close()
        # Pages that were made without the engine are not shown any longer.
        generation.renew()
    return answer


def close() -> None:
    """Let everybody ask again."""
    cache.delete_many([_OPEN_UNTIL, _TRYING])


def is_open() -> bool:
    """Whether the last that was heard of the engine is a failure."""
    return cache.get(_OPEN_UNTIL) is not None


def connect() -> None:
    """Close as soon as the index took something in: then the engine is there."""
    index_caught_up.connect(_close_when_written, dispatch_uid="search.breaker")


def _close_when_written(sender: object, **kwargs: Any) -> None:
    close()
