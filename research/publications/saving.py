"""Keeping what a researcher filled in of a publication."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from editorial.contributing.merging import Answers
from editorial.contributing.page_content import Content
from editorial.contributing.saving import Saving
from research.publications.answers import OWN
from research.publications.importing.record import Imported
from research.publications.models import Submission
from research.publications.page_answers import answers_in


def _theirs(content: Content, submission: Submission) -> Answers:
    return answers_in(content, submission.base)


def _agreed(submission: Submission) -> Answers:
    """Of what both last agreed on, the answers that editors change along."""
    return {name: value for name, value in submission.base.items() if name not in OWN}


SAVING = Saving(Submission, _theirs, agreed=_agreed)
now_shown, save_step = SAVING.now_shown, SAVING.save_step


def start(user: User, token: Any, imported: Imported | None = None) -> Submission:
    """A new submission, with what is known already; the same token gives the same one."""
    given = imported or Imported({})
    return SAVING.start(user, token, answers=given.answers, omitted=given.omitted)
