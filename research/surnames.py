"""Authors in a short line, by their surnames alone, as Dutch writes those."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Named(Protocol):
    """Anybody with a name in parts: a record of a person, or an author as an earlier version kept one."""

    particle: str
    family_name: str


def surname(person: Named) -> str:
    """``Van der Berg``: without a given name before it the particle begins with a capital."""
    whole = " ".join(part for part in (person.particle, person.family_name) if part)
    return whole[:1].upper() + whole[1:] if person.particle else whole


def authors_text(people: Sequence[Named]) -> str:
    """``Engzell e.a.``, ``Hattie en De Vries``, ``Diamond``."""
    if len(people) > 2:
        return f"{surname(people[0])} e.a."
    return " en ".join(surname(person) for person in people)
