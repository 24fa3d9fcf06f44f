"""Where the news of a digest comes from: each room registers what it has for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.functional import Promise

#: The weight from which an item concerns this very person: it counts whatever groups and themes they have.
PERSONAL = 10.0


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One thing that a digest could mention.

    ``key`` is the same whenever it is the same thing (at most 100 characters): nobody gets it twice. ``url`` is
    a path. An item that names groups or themes goes to people with one of those; below the weight
    :data:`PERSONAL` only to them. ``why`` is half a line: why this, for this reader.
    """

    key: str
    title: str
    url: str
    why: str | Promise = ""
    weight: float = 1.0
    group_ids: frozenset[int] = frozenset()
    theme_ids: frozenset[int] = frozenset()


Source = Callable[[Any, datetime], Iterable[DigestItem]]

#: How far back news goes at most that is offered "since" the last digest.
SINCE_AT_MOST = timedelta(days=14)
_sources: dict[str, Source] = {}
_offered_for: dict[str, timedelta] = {}


def register_source(name: str, source: Source, *, offers_for: timedelta = SINCE_AT_MOST) -> None:
    """Let ``source(user, since)`` say what there is for a person, only what they may see at this moment.

    Called from ``AppConfig.ready``. A source gives a bounded number, the best first; ``offers_for`` is how long it
    goes on offering the same, so long has to be known what a digest told. Raises ValueError for a name that is taken.
    """
    if name in _sources:
        raise ValueError(f"There is a source of the digest called {name} already")
    _sources[name], _offered_for[name] = source, offers_for


def sources() -> tuple[tuple[str, Source], ...]:
    """All of them, in the order in which they were registered."""
    return tuple(_sources.items())


def offered_longest() -> tuple[str, timedelta]:
    """The source that goes on offering the same longest, and how long."""
    return max(_offered_for.items(), key=lambda one: one[1], default=("", timedelta(0)))
