"""Keeping what somebody filled in, without losing what was written elsewhere meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from accounts.models import User
from editorial.contributing.merging import Merge, merge
from practices.contributing import pictures
from practices.contributing.answers import Answers
from practices.contributing.page_answers import answers_at, answers_in, latest_content
from practices.contributing.steps import Step
from practices.models import Submission


@dataclass(frozen=True, slots=True)
class Shown:
    """What a member is to see: their answers with the editors' changes, and where both changed one thing.

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


def start(user: User, token: Any) -> Submission:
    """A new submission; the same token gives the same one."""
    submission, _made = Submission.objects.get_or_create(start_token=token, defaults={"contributor": user})
    return submission


def now_shown(submission: Submission) -> Shown:
    """The submission as its member sees it at this moment."""
    mine = {**submission.answers, **pictures.answers_about(submission)}
    content = latest_content(submission)
    if content is None or submission.page is None:
        return Shown(mine, {}, None)
    merged: Merge = merge(submission.base, mine, answers_in(content, submission))
    return Shown(merged.answers, merged.conflicts, submission.page.latest_revision_id)


@transaction.atomic
def save_step(submission: Submission, step: Step, posted: Answers, version: int, seen: int | None) -> Saved:
    """Keep the answers of one step, unless another window saved other ones since ``version``."""
    kept = Submission.objects.select_for_update().get(pk=submission.pk)
    current = kept.versions.get(step.code, 0)
    if version != current:
        elsewhere = {name: kept.answers.get(name) for name in posted if kept.answers.get(name) != posted[name]}
        return Saved(not elsewhere, current, elsewhere)
    acknowledge(kept, posted, seen)
    kept.answers = {**kept.answers, **posted}
    kept.versions = {**kept.versions, step.code: current + 1}
    kept.save()
    return Saved(True, current + 1)


def acknowledge(submission: Submission, names: Any, seen: int | None) -> None:
    """Note that the member wrote these answers knowing what the page said at revision ``seen``. Saves nothing."""
    if submission.page is None:
        return
    known = answers_at(seen, submission)
    if known is not None:
        submission.base = {**submission.base, **{name: known[name] for name in names if name in known}}
