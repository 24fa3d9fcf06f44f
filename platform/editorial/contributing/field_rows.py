"""Each field of a step with what others have to do with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from editorial.contributing.following import Remark
from editorial.contributing.merging import Answers
from vocabulary.memory import vocabulary


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field with what others have to do with it.

    ``theirs`` is what the editors wrote where both changed it, ``elsewhere`` what another window kept; ``is_omitted``
    when a record from elsewhere did not say it and nobody did since.
    """

    field: BoundField
    is_needed: bool
    is_omitted: bool
    theirs: str | None
    elsewhere: str | None
    remarks: tuple[Remark, ...]


class InWords:
    """Answers in words; ``words`` says how, by the last part of the name of an answer, where that is no plain text."""

    def __init__(self, words: dict[str, Callable[[Any], str]]) -> None:
        self._words: dict[str, Callable[[Any], str]] = {"levels": _levels, "themes": _themes, **words}

    def __call__(self, name: str, value: Any) -> str:
        """One answer."""
        if value in (None, "", []):
            return _("(leeg)")
        in_words = self._words.get(name.rsplit(":", maxsplit=1)[-1])
        return in_words(value) if in_words else str(value)


def rows_of(
    fields: Iterable[BoundField],
    needed: Collection[str],
    readable: InWords,
    *,
    conflicts: Answers,
    elsewhere: Answers,
    remarks: Iterable[Remark],
    omitted: Collection[str] = (),
) -> list[FieldRow]:
    """A row a field, in their order."""
    by_field: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        by_field[remark.field].append(remark)
    return [
        FieldRow(
            field,
            field.name in needed,
            field.name in omitted and not field.value(),
            readable(field.name, conflicts[field.name]) if field.name in conflicts else None,
            readable(field.name, elsewhere[field.name]) if field.name in elsewhere else None,
            tuple(by_field[field.name]),
        )
        for field in fields
    ]


def _levels(keys: list[int]) -> str:
    known = vocabulary().by_pk
    return ", ".join(known["level", pk].label for pk in keys if ("level", pk) in known)


def _themes(slugs: list[str]) -> str:
    return ", ".join(vocabulary().label("theme", slug) for slug in slugs)
