"""What a step's template shows at each field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from editorial.evidence import COST_LABELS, PracticeEvidence
from editorial.licences import MediaRights
from organisations.models import Organisation
from practices.contributing.answers import Answers
from practices.contributing.following import Remark
from practices.contributing.steps import CHECK, ORDER, TITLES
from vocabulary.memory import vocabulary


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field with what others have to do with it.

    ``theirs`` is what the editors wrote where both changed it, ``elsewhere`` what another window kept.
    """

    field: BoundField
    is_needed: bool
    theirs: str | None
    elsewhere: str | None
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A step in the list of steps."""

    code: str
    title: Promise
    number: int
    is_current: bool
    is_unfinished: bool


def rows_of(
    fields: Iterable[BoundField],
    needed: Iterable[str],
    *,
    conflicts: Answers,
    elsewhere: Answers,
    remarks: Iterable[Remark],
) -> list[FieldRow]:
    """A row a field, in their order."""
    needed = set(needed)
    by_field: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        by_field[remark.field].append(remark)
    return [
        FieldRow(
            field,
            field.name in needed,
            readable(field.name, conflicts[field.name]) if field.name in conflicts else None,
            readable(field.name, elsewhere[field.name]) if field.name in elsewhere else None,
            tuple(by_field[field.name]),
        )
        for field in fields
    ]


def stops(current: str, unfinished: Iterable[str]) -> list[Stop]:
    """The steps with where one is and where something is still missing."""
    unfinished = set(unfinished)
    return [
        Stop(code, TITLES[code], number, code == current, code in unfinished)
        for number, code in enumerate(ORDER, 1)
        if code != CHECK or current
    ]


def readable(name: str, value: Any) -> str:
    """An answer in words."""
    if value in (None, "", []):
        return _("(leeg)")
    in_words = _IN_WORDS.get(name.rsplit(":", maxsplit=1)[-1])
    return in_words(value) if in_words else str(value)


def _levels(keys: list[int]) -> str:
    known = vocabulary().by_pk
    return ", ".join(known["level", pk].label for pk in keys if ("level", pk) in known)


def _steps(steps: list[dict[str, str]]) -> str:
    return "\n\n".join(f"{at}. {step['title']}\n{step['text']}" for at, step in enumerate(steps, 1))


_IN_WORDS: dict[str, Callable[[Any], str]] = {
    "levels": _levels,
    "themes": lambda slugs: ", ".join(vocabulary().label("theme", slug) for slug in slugs),
    "steps": _steps,
    "school": lambda pk: str(Organisation.objects.filter(pk=pk).first() or ""),
    "evidence": lambda code: str(PracticeEvidence(code).label),
    "cost_level": lambda level: str(COST_LABELS[int(level)]),
    "rights": lambda code: str(MediaRights(code).label),
}
