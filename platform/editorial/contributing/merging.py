"""Bringing together what a member changed and what the editors changed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

#: Name of an answer → what it is; they come back as they are, or as words, or as lists.
Answers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Merge:
    """``answers`` with both sides' changes; ``conflicts`` holds what the editors wrote where both changed one thing.

    In a conflict ``answers`` has the member's own words: nothing of theirs is lost, and they decide.
    """

    answers: Answers
    conflicts: Answers = field(default_factory=dict)


def merge(base: Answers, mine: Answers, theirs: Answers) -> Merge:
    """The three-way merge, per answer. What the editors do not have (consent, a name) is the member's."""
    merged = dict(mine)
    conflicts: Answers = {}
    for name in base.keys() | theirs.keys():
        before, own, other = base.get(name), mine.get(name), theirs.get(name)
        if other in (before, own):
            continue
        if own == before:
            if other is None:
                merged.pop(name, None)
            else:
                merged[name] = other
        else:
            conflicts[name] = other
    return Merge(merged, conflicts)
