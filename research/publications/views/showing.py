"""What the pages of the form share: the steps, and each field with what others have to do with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from editorial.contributing.merging import Answers
from editorial.evidence import Certainty
from editorial.licences import Licence
from research.models import Method, PublicationType
from research.projects.models import ProjectLinePage
from research.publications.following import Remark, remarks_on
from research.publications.models import Submission
from research.publications.saving import Shown
from research.publications.sending import lacks
from research.publications.steps import ORDER, TITLES, step_of
from research.publications.views.asking import the_member
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


@dataclass(frozen=True, slots=True)
class Stop:
    """A step in the list of steps."""

    code: str
    title: Promise
    number: int
    is_current: bool
    is_unfinished: bool


def frame(request: HttpRequest, submission: Submission, shown: Shown, code: str) -> dict[str, Any]:
    """Template variables that every step has: where one is, and the comments to answer there."""
    remarks = [one for one in remarks_on(submission, the_member(request)) if one.step == code]
    unfinished = {step_of(name) for name in lacks(submission, shown.answers)}
    return {
        "submission": submission,
        "code": code,
        "title": TITLES[code],
        "remarks": remarks,
        "conflicts": [name for name in shown.conflicts if step_of(name) == code],
        "version": submission.saves.get(code, 0),
        "seen": shown.seen or "",
        "stops": [
            Stop(one, TITLES[one], number, one == code, one in unfinished) for number, one in enumerate(ORDER, 1)
        ],
    }


def rows_of(
    fields: Iterable[BoundField],
    needed: Iterable[str],
    submission: Submission,
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
            field.name in submission.omitted and not field.value(),
            readable(field.name, conflicts[field.name]) if field.name in conflicts else None,
            readable(field.name, elsewhere[field.name]) if field.name in elsewhere else None,
            tuple(by_field[field.name]),
        )
        for field in fields
    ]


def readable(name: str, value: Any) -> str:
    """An answer in words."""
    if value in (None, "", []):
        return _("(leeg)")
    in_words = _IN_WORDS.get(name)
    return in_words(value) if in_words else str(value)


def _levels(keys: list[int]) -> str:
    known = vocabulary().by_pk
    return ", ".join(known["level", pk].label for pk in keys if ("level", pk) in known)


def _authors(authors: list[dict[str, str]]) -> str:
    return "\n".join(_author(number, one) for number, one in enumerate(authors, 1))


def _author(number: int, author: dict[str, str]) -> str:
    name = " ".join(filter(None, (author["given"], author["particle"], author["family"])))
    return f"{number}. {name}" + (f", {author['affiliation']}" if author["affiliation"] else "")


_IN_WORDS: dict[str, Callable[[Any], str]] = {
    "levels": _levels,
    "themes": lambda slugs: ", ".join(vocabulary().label("theme", slug) for slug in slugs),
    "authors": _authors,
    "certainty": lambda value: str(Certainty(int(value)).label),
    "method": lambda code: str(Method(code).label),
    "publication_type": lambda code: str(PublicationType(code).label),
    "licence": lambda code: str(Licence(code).label),
    "project": lambda pk: str(ProjectLinePage.objects.filter(pk=pk).first() or ""),
}
