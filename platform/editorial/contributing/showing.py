"""What the pages of the form show: the steps, and each field with what others have to do with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.models import User
from editorial.contributing import policy
from editorial.contributing.following import Remark, Stage, remarks_on, returned_with, stage_of, stages
from editorial.contributing.merging import Answers
from editorial.contributing.models import MemberSubmission, S
from editorial.contributing.saving import Shown
from editorial.contributing.steps import Steps
from editorial.reading import page_url
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
class Entry:
    """One of the things that a member makes, in the list of them. ``url`` is where one goes on with it."""

    submission: MemberSubmission
    stage: Stage
    url: str
    overview_url: str


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that keeps it from being sent in, and where to put it right."""

    step: Promise
    label: Promise | str
    url: str


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


def frame(
    submission: MemberSubmission,
    steps: Steps,
    code: str,
    shown: Shown,
    remarks: Iterable[Remark],
    *,
    unfinished: Iterable[str],
    version: int | None,
) -> dict[str, Any]:
    """Template variables that every step has: where one is, and the comments to answer there.

    ``unfinished`` are names of answers that keep it from being sent in; ``version`` is what the form reckons with,
    when that is not what was saved last.
    """
    return {
        "submission": submission,
        "code": code,
        "title": steps.titles[code],
        "remarks": [one for one in remarks if one.step == code],
        "conflicts": [name for name in shown.conflicts if steps.step_of(name) == code],
        "version": submission.version_of(code) if version is None else version,
        "seen": shown.seen or "",
        "overview_url": steps.overview_url(submission),
        "stops": steps.stops(submission, code, unfinished),
    }


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


def entries_of(kind: type[S], member: User, steps: Steps) -> list[Entry]:
    """All that a member made, sent in or not."""
    own = list(kind._default_manager.filter(contributor=member).select_related("page"))
    stage = stages(own)
    return [_entry(submission, stage[submission.pk], steps) for submission in own]


def overview(submission: MemberSubmission, viewer: User, steps: Steps) -> dict[str, Any]:
    """Template variables of the page that says where it stands and what the editors say."""
    return {
        "submission": submission,
        "stage": stage_of(submission),
        "returned": returned_with(submission),
        "remarks": remarks_on(submission, viewer, steps),
        "first_url": steps.first_url(submission),
        "page_url": page_url(submission.page) if submission.page and submission.page.live else "",
        "may_delete": policy.may_delete(viewer, submission),
        "may_change": policy.may_change(viewer, submission),
    }


def _entry(submission: MemberSubmission, stage: Stage, steps: Steps) -> Entry:
    overview_url = steps.overview_url(submission)
    url = steps.first_url(submission) if stage == Stage.WRITING else overview_url
    return Entry(submission, stage, url, overview_url)


def _levels(keys: list[int]) -> str:
    known = vocabulary().by_pk
    return ", ".join(known["level", pk].label for pk in keys if ("level", pk) in known)


def _themes(slugs: list[str]) -> str:
    return ", ".join(vocabulary().label("theme", slug) for slug in slugs)
