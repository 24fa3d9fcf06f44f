"""Keeping what somebody filled in, without losing what was written elsewhere meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from accounts.models import User
from editorial.contributing.merging import Answers, merge
from research.publications.importing.record import Imported
from research.publications.models import Submission
from research.publications.page_answers import answers_at, answers_in, latest_content


@dataclass(frozen=True, slots=True)
class Shown:
    """What a researcher is to see: their answers with the editors' changes, and where both changed one thing.

    ``seen`` is the revision of the page that this reckons with; a form sends it back.
    """

    answers: Answers
    conflicts: Answers
    seen: int | None


@dataclass(frozen=True, slots=True)
class Saved:
    """Whether a step was kept. If not, another window saved it meanwhile: ``elsewhere`` is what that one wrote."""

    done: bool
    version: int
    elsewhere: Answers = field(default_factory=dict)


@transaction.atomic
def start(user: User, token: Any, imported: Imported | None = None) -> Submission:
    """A new submission, with what is known already; the same token gives the same one."""
    given = imported or Imported({})
    defaults = {"contributor": user, "answers": given.answers, "omitted": given.omitted}
    submission, _made = Submission.objects.get_or_create(start_token=token, defaults=defaults)
    return submission


def now_shown(submission: Submission) -> Shown:
    """The submission as its researcher sees it at this moment."""
    content = latest_content(submission)
    if content is None or submission.page is None:
        return Shown(submission.answers, {}, None)
    merged = merge(text_of(submission.base), submission.answers, answers_in(content, submission.base))
    return Shown(merged.answers, merged.conflicts, submission.page.latest_revision_id)


def text_of(answers: Answers) -> Answers:
    """Of these answers, those that editors change along."""
    from research.publications.answers import OWN

    return {name: value for name, value in answers.items() if name not in OWN}


@transaction.atomic
def save_step(submission: Submission, code: str, posted: Answers, version: int, seen: int | None) -> Saved:
    """Keep the answers of one step, unless another window saved other ones since ``version``."""
    kept = Submission.objects.select_for_update().get(pk=submission.pk)
    current = kept.saves.get(code, 0)
    if version != current:
        elsewhere = {name: kept.answers.get(name) for name in posted if kept.answers.get(name) != posted[name]}
        return Saved(not elsewhere, current, elsewhere)
    _acknowledge(kept, posted, seen)
    kept.answers = {**kept.answers, **posted}
    kept.saves = {**kept.saves, code: current + 1}
    kept.save()
    return Saved(True, current + 1)


@transaction.atomic
def take_over(submission: Submission, code: str, names: Iterable[str], version: int, seen: int | None) -> Saved:
    """Make the editors' answers of revision ``seen`` the researcher's own. Not done without such a revision."""
    theirs = answers_at(seen, submission)
    if theirs is None:
        return Saved(False, version)
    return save_step(submission, code, {name: theirs.get(name) for name in names}, version, seen)


def _acknowledge(submission: Submission, names: Iterable[str], seen: int | None) -> None:
    """Note that the researcher wrote these answers knowing what the page said at revision ``seen``."""
    if submission.page_id is None:
        return
    known = answers_at(seen, submission)
    if known is not None:
        submission.base = {**submission.base, **{name: known[name] for name in names if name in known}}
