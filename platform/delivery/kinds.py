"""What can happen: each room registers the kinds of event that it announces."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

if TYPE_CHECKING:
    from delivery.models import Event


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody may hear of an event.

    ``why`` ends up in the list and in the mail: a whole sentence, ``gettext_lazy`` so that it speaks the reader's
    language. ``concerned`` says whether it is about them, which is what most people want to hear.
    """

    user_id: int
    why: str | Promise
    concerned: bool


@dataclass(frozen=True, slots=True)
class Message:
    """What one reads of an event: a line, perhaps a bit of text, and the address (a path) where it is."""

    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event.

    - ``audience(event)``: who may be told. Those who follow a target of the event at level "all" are added.
    - ``may_see(event, user)``: asked when it is told, and again when it is shown or mailed.
    - ``present(event, user)``: what to read, in the active language; None when what it is about is gone.

    What these look up can be kept in ``event.memory`` (a dict that lives as long as the object).
    """

    name: str
    audience: Callable[[Event], Iterable[Reason]]
    may_see: Callable[[Event, Any], bool]
    present: Callable[[Event, Any], Message | None]


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind known, from ``AppConfig.ready``. Raises ValueError for a name that is taken."""
    if kind.name in _kinds:
        raise ValueError(f"There is a kind of event called {kind.name} already")
    _kinds[kind.name] = kind


def get(name: str) -> Kind | None:
    """The kind of that name; None for one that no room knows (any more)."""
    return _kinds.get(name)


def message_for(event: Event, user: Any) -> Message | None:
    """What this person reads of the event at this moment; None when it is gone or no longer theirs to see."""
    kind = get(event.kind)
    if kind is None or not kind.may_see(event, user):
        return None
    return kind.present(event, user)
