"""Where a publication stands, and what the editors say of it, for who brought it in."""

from __future__ import annotations

from accounts.models import User
from editorial.contributing import following
from editorial.contributing.following import Remark, stage_of
from research.publications.models import Submission
from research.publications.steps import STEPS

__all__ = ["remarks_on", "stage_of"]


def remarks_on(submission: Submission, viewer: User) -> list[Remark]:
    """The comments on its page, those still open first, in the order in which they were made; three queries."""
    return following.remarks_on(submission, viewer, STEPS)
