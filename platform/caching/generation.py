"""The generation of what visitors see: one opaque word, shared by all processes, replaced at every change.

Whatever is kept under a generation needs no emptying: once the word changes nobody asks for it any more. A
request reads it once, when it starts, so that a page begun before a change is never kept as one after it.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.cache import cache
from django.db import transaction

_KEY = "generation"
_of_request: ContextVar[str | None] = ContextVar("generation_of_request", default=None)


def current() -> str:
    """The generation of this request, or of this moment outside one."""
    return _of_request.get() or read()


def read() -> str:
    """The generation of this moment. A cache that lost the word starts a new generation."""
    word = cache.get(_KEY)
    if word is None:
        cache.add(_KEY, secrets.token_hex(8), None)
        word = cache.get(_KEY)
    return str(word)


def renew() -> None:
    """Start a new generation now; also for what is left of this request."""
    word = secrets.token_hex(8)
    cache.set(_KEY, word, None)
    if _of_request.get() is not None:
        _of_request.set(word)


def renew_on_commit() -> None:
    """Start a new generation once the change that is under way is committed, and never when it is not."""
    transaction.on_commit(renew)


@contextmanager
def held() -> Iterator[str]:
    """Hold on to the generation of this moment for as long as a request lasts."""
    word = read()
    token = _of_request.set(word)
    try:
        yield word
    finally:
        _of_request.reset(token)
