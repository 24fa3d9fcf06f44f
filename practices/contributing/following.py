"""Where a practice example stands, and what the editors say of it, for who wrote it."""

from __future__ import annotations

from accounts.models import User
from editorial.contributing import following
from editorial.contributing.following import Remark, returned_with, stage_of
from practices.contributing.steps import STEPS
from practices.models import Submission

__all__ = ["remarks_on", "returned_with", "stage_of"]


def remarks_on(submission: Submission, viewer: User) -> list[Remark]:
    """The comments on its page, those still open first, in the order in which they were made; three queries."""
    return following.remarks_on(submission, viewer, STEPS)
