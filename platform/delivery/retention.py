"""What goes after a while: what was told long ago, and what was mailed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef

from delivery.models import DigestedItem, DigestIssue, Event, MailAddress, MailState, Notification, OutgoingMail

_UNDECIDED = (MailState.WAITING, MailState.CLAIMED, MailState.HANDING_OVER)
#: Rows that go in one statement.
BATCH = 5000


def forget_notifications(before: datetime) -> int:
    """Notifications, read or not, and the events that nobody is told of any more."""
    gone = Notification.objects.filter(pk__in=Notification.objects.filter(created_at__lt=before).values("pk")[:BATCH])
    number, _rows = gone.delete()
    waiting = OutgoingMail.objects.filter(event=OuterRef("pk"), state__in=_UNDECIDED)
    told = Notification.objects.filter(event=OuterRef("pk"))
    Event.objects.filter(~Exists(told), ~Exists(waiting), created_at__lt=before).exclude(told_at=None).delete()
    return number


def forget_mails(before: datetime) -> int:
    """What is known of mails that are done with, and of addresses that refused."""
    MailAddress.objects.filter(refused_at__lt=before).delete()
    number, _rows = OutgoingMail.objects.filter(settled_at__lt=before).exclude(state__in=_UNDECIDED).delete()
    return number


def forget_digests(before: datetime) -> int:
    """Which digests somebody had, and what was in them."""
    DigestIssue.objects.filter(created_at__lt=before).delete()
    number, _rows = DigestedItem.objects.filter(created_at__lt=before).delete()
    return number
