"""Who may do what with something that a member makes for the editors: the one place that answers it."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from accounts.standing import is_suspended
from editorial.contributing.models import MemberSubmission

Asker = User | AnonymousUser


def may_contribute(user: Asker) -> bool:
    """Whether ``user`` may make something for the editors at all: any member who is not suspended."""
    return user.is_authenticated and user.is_active and not is_suspended(user)


def may_follow(user: Asker, submission: MemberSubmission) -> bool:
    """Whether ``user`` may read this submission, its files and what editors say of it: only whose it is."""
    return user.is_authenticated and submission.contributor_id == user.pk


def may_change(user: Asker, submission: MemberSubmission) -> bool:
    """Whether ``user`` may write in it, answer comments and send it in."""
    return may_follow(user, submission) and may_contribute(user)


def may_delete(user: Asker, submission: MemberSubmission) -> bool:
    """Whether ``user`` may throw it away: as long as the editors do not have it."""
    return may_follow(user, submission) and submission.page_id is None and submission.sent_at is None
