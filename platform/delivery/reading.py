"""What somebody has seen of their notifications."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from delivery.models import Notification


def notifications_of(user: Any) -> QuerySet[Notification]:
    """This person's, the newest first, each with its event."""
    return Notification.objects.filter(user_id=user.pk).select_related("event")


def unread_count(user: Any) -> int:
    """How many are new to this person."""
    return Notification.objects.filter(user_id=user.pk, read_at=None).count()


def mark_read(user: Any, about: str) -> int:
    """This person has just seen what it is about ("thread:12"), for the page that shows it; how many were new."""
    unread = Notification.objects.filter(user_id=user.pk, read_at=None, event__about=about)
    # A plain read first: who comes back to a page takes no lock.
    ids = list(unread.values_list("pk", flat=True))
    return Notification.objects.filter(pk__in=ids).update(read_at=timezone.now()) if ids else 0


def mark_all_read(user: Any) -> int:
    """This person is done with all of them; how many were new."""
    return Notification.objects.filter(user_id=user.pk, read_at=None).update(read_at=timezone.now())
