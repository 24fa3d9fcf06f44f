"""Where a question came from in a room above this one, such as a conversation: shown only to who may see that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from research.questions.standing import Asking


@dataclass(frozen=True, slots=True)
class Origin:
    """What the question came from: its kind in words, its title and its address (a path)."""

    label: str | Promise
    title: str
    url: str


#: ``find(key, user)``: what it is; None when it is gone or not theirs to see.
Find = Callable[[str, Asking], Origin | None]

_rooms: dict[str, Find] = {}


def register(word: str, find: Find) -> None:
    """Explain the origins "<word>:<key>", from ``AppConfig.ready``. Raises ValueError for a word that is taken."""
    if word in _rooms:
        raise ValueError(f"The origins {word}:… have been explained already")
    _rooms[word] = find


def origin_for(origin: str, user: Asking) -> Origin | None:
    """What ``user`` may see of an origin."""
    word, _colon, key = origin.partition(":")
    find = _rooms.get(word)
    return find(key, user) if find and key else None
