"""Whether somebody may write, as far as the account goes. What may be written where is up to the rooms."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import AnonymousUser

from accounts.models import Suspension, User


def is_suspended(user: User | AnonymousUser) -> bool:
    """Whether a suspension of this person runs: reading goes on, writing does not. One query."""
    return user.pk is not None and Suspension.objects.running().filter(user_id=user.pk).exists()


def suspend(user: User, *, reason: str, by: User | None, until: datetime | None = None) -> Suspension:
    """Let somebody read only, until a moment or for good."""
    return Suspension.objects.create(user=user, reason=reason, by=by, until=until)


def end_suspensions(user: User, now: datetime) -> int:
    """End what runs. Returns how many ended."""
    return Suspension.objects.running().filter(user=user).update(until=now)
