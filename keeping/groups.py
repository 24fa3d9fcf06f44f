"""Groups that own collections together: a room above says who they are and who may see and change what they keep.

Keeping knows no such room. What it asks, each time, is the room's own policy, so that nobody reads in a collection
what they may not read in the group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from accounts.models import User


@dataclass(frozen=True, slots=True)
class Group:
    """One group. ``url`` is the path of its page."""

    kind: str
    pk: int
    name: str
    url: str

    @property
    def key(self) -> str:
        """The group in one word, for forms: ``leerlab:12``."""
        return f"{self.kind}:{self.pk}"


@dataclass(frozen=True, slots=True)
class GroupKind:
    """The answers of one room. Each may be asked by anybody, signed in or not."""

    #: The group with this number; None when there is none (any more).
    find: Callable[[int], Group | None]
    may_see: Callable[[Any, int], bool]
    may_edit: Callable[[Any, int], bool]
    #: Throwing away what all made together.
    may_delete: Callable[[Any, int], bool]
    #: The groups whose collections this member may change.
    editable_by: Callable[[User], Iterable[Group]]


_kinds: dict[str, GroupKind] = {}


def register(kind: str, answers: GroupKind) -> None:
    """Let groups of this kind (at most 20 letters) own collections. Raises ValueError for a name that is taken."""
    if kind in _kinds:
        raise ValueError(f"Groups called {kind} own collections already")
    _kinds[kind] = answers


def answers_of(kind: str) -> GroupKind | None:
    """The answers for this kind; None when no room knows it (any more)."""
    return _kinds.get(kind)


def group_of(kind: str, pk: int | None) -> Group | None:
    """The group itself, whoever asks: who may know of it, its room says."""
    answers = answers_of(kind)
    return answers.find(pk) if answers and pk is not None else None


def editable_groups(user: User) -> list[Group]:
    """All groups, of all kinds, whose collections this member may change."""
    return [group for answers in _kinds.values() for group in answers.editable_by(user)]
