"""Keeping what a member filled in of a practice example."""

from __future__ import annotations

from editorial.contributing.merging import Answers
from editorial.contributing.saving import Saved, Saving
from editorial.contributing.steps import Step
from practices.contributing import pictures
from practices.contributing.page_answers import answers_in
from practices.models import Submission


def _mine(submission: Submission) -> Answers:
    return {**submission.answers, **pictures.answers_about(submission)}


SAVING = Saving(Submission, answers_in, mine=_mine)
start, now_shown = SAVING.start, SAVING.now_shown


def save_step(submission: Submission, step: Step, posted: Answers, version: int, seen: int | None) -> Saved:
    """Keep the answers of one step, unless another window saved other ones since ``version``."""
    return SAVING.save_step(submission, step.code, posted, version, seen)
