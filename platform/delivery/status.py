"""How the mail is doing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils import timezone

from delivery.models import Event, MailState, OutgoingMail

#: Mail that waits longer than this without being told to is late.
LATE_AFTER = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Status:
    """Counts by state, and since when the oldest has waited."""

    counts: dict[str, int]
    oldest_waiting: datetime | None
    untold_events: int


def status() -> Status:
    """As it is now."""
    counts = dict(OutgoingMail.objects.order_by().values_list("state").annotate(Count("pk")))
    oldest = OutgoingMail.objects.filter(state=MailState.WAITING).order_by("created_at").values_list("created_at")
    return Status(
        counts={str(state): counts.get(state, 0) for state in MailState},
        oldest_waiting=next((at for (at,) in oldest[:1]), None),
        untold_events=Event.objects.filter(told_at=None).count(),
    )


def is_late() -> bool:
    """Whether mail that could go has not gone for a while and none goes: the worker or the mail server is away."""
    limit = timezone.now() - LATE_AFTER
    if not OutgoingMail.objects.filter(state=MailState.WAITING, attempts=0, not_before__lt=limit).exists():
        return False
    return not OutgoingMail.objects.filter(state=MailState.SENT, settled_at__gt=limit).exists()
