"""What a person chose to read in the digest instead of in mails of their own: unread notifications."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from delivery.digest.sources import PERSONAL, DigestItem
from delivery.kinds import message_for
from delivery.models import Notification

#: The newest of them; a digest has room for five things.
MOST = 10


def unread_notifications(user: Any, since: datetime) -> Iterator[DigestItem]:
    """The notifications that are for the digest and were not read on the site."""
    waiting = Notification.objects.filter(user_id=user.pk, for_digest=True, read_at=None, created_at__gte=since)
    for notification in waiting.select_related("event")[:MOST]:
        message = message_for(notification.event, user)
        if message is not None:
            key = f"notification:{notification.event_id}"
            yield DigestItem(key, message.title, message.url, notification.why, weight=2 * PERSONAL)
