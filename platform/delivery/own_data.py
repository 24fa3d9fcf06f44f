"""What delivery keeps of a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from delivery.kinds import message_for
from delivery.models import DigestIssue, MailAddress, Notification, OutgoingMail, Preferences, Subscription
from delivery.recipients import address_of


def files_of(user: Any) -> Iterator[tuple[str, Any]]:
    """The name and content of each file about this person."""
    chosen = Preferences.objects.filter(user_id=user.pk).values("notifications_by_mail", "digest", "language").first()
    levels = Subscription.objects.filter(user_id=user.pk).values("target", "level")
    yield "choices.json", {"mail": chosen, "levels": list(levels)}
    yield "notifications.json", [_notification(line, user) for line in _notifications_of(user)]
    yield "digests.json", list(DigestIssue.objects.filter(user_id=user.pk).values("period", "created_at", "items"))
    mails = _mails_of(user).values("key", "subject", "state", "created_at", "settled_at")
    yield "mails.json", list(mails)


def erase(user: Any) -> None:
    """All of it. What others hear of what this person did stays, without saying who."""
    _mails_of(user).delete()
    MailAddress.objects.filter(address=address_of(user).lower()).delete()
    for model in (Notification, Subscription, Preferences, DigestIssue):
        model._default_manager.filter(user_id=user.pk).delete()


def _notifications_of(user: Any) -> Iterator[Notification]:
    return Notification.objects.filter(user_id=user.pk).select_related("event").iterator(chunk_size=500)


def _notification(line: Notification, user: Any) -> dict[str, Any]:
    message = message_for(line.event, user)
    return {
        "what": message.title if message else None,
        "why": line.why,
        "created_at": line.created_at,
        "read_at": line.read_at,
    }


def _mails_of(user: Any) -> Any:
    of_account = OutgoingMail.objects.filter(user_id=user.pk)
    return of_account | OutgoingMail.objects.filter(address__iexact=address_of(user))
