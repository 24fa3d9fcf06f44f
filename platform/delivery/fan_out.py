"""Telling an event: in batches, to those who may hear and want to, as it is at this moment.

A notification and a mail are unique for an event and a person, so a run that was cut short is simply run again.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from delivery import kinds, subscriptions
from delivery.batches import in_batches
from delivery.kinds import Kind, Reason
from delivery.models import Event, Level, MailKind, MailMoment, Notification, OutgoingMail, Preferences
from delivery.preferences import preferences_of_all
from delivery.recipients import who_can_be_told

logger = logging.getLogger(__name__)

#: People who are told in one transaction: some hundredths of a second in which others wait to write.
BATCH = 200


@task(queue_name="mail")
def tell(event_id: int) -> int:
    """Make the notifications and mails of an event; how many people hear of it."""
    event = Event.objects.filter(pk=event_id, told_at=None).first()
    if event is None:
        return 0
    kind = kinds.get(event.kind)
    heard = 0
    if kind is None:
        logger.error("Nobody is told of the event %s: no room knows its kind", event)
    else:
        for batch in in_batches(_reasons(event, kind).items(), BATCH):
            heard += _tell(event, kind, dict(batch))
    Event.objects.filter(pk=event.pk).update(told_at=timezone.now())
    return heard


def _reasons(event: Event, kind: Kind) -> dict[int, Reason]:
    """Who could hear of it and why; somebody with several reasons has the one that concerns them."""
    reasons: dict[int, Reason] = {}
    for reason in kind.audience(event):
        known = reasons.get(reason.user_id)
        if known is None or (reason.concerned and not known.concerned):
            reasons[reason.user_id] = reason
    for user_id in subscriptions.followers(event.targets):
        reasons.setdefault(user_id, Reason(user_id, _("Je wilt hier alles van horen."), concerned=False))
    reasons.pop(event.actor_id or 0, None)
    return reasons


def _tell(event: Event, kind: Kind, reasons: Mapping[int, Reason]) -> int:
    levels = subscriptions.levels_of(reasons.keys(), event.targets)
    wanting = [
        user_id
        for user_id, reason in reasons.items()
        if _wants(levels.get(user_id, subscriptions.DEFAULT), reason.concerned)
    ]
    users = {user_id: user for user_id, user in who_can_be_told(wanting).items() if kind.may_see(event, user)}
    preferences = preferences_of_all(users.keys())
    notifications = [_notification(event, reasons[user_id], preferences[user_id]) for user_id in users]
    mails = [
        OutgoingMail(
            key=f"event:{event.pk}:{notification.user_id}",
            kind=MailKind.NOTIFICATION,
            event=event,
            user_id=notification.user_id,
            why=notification.why,
        )
        for notification in notifications
        if preferences[notification.user_id].notifications_by_mail == MailMoment.IMMEDIATELY
    ]
    with transaction.atomic():
        Notification.objects.bulk_create(notifications, ignore_conflicts=True)
        OutgoingMail.objects.bulk_create(mails, ignore_conflicts=True)
    return len(notifications)


def _wants(level: Level, concerned: bool) -> bool:
    return level == Level.ALL or (level == Level.CONCERNED and concerned)


def _notification(event: Event, reason: Reason, chosen: Preferences) -> Notification:
    with translation.override(chosen.language):
        why: Any = str(reason.why)
    return Notification(
        event=event,
        user_id=reason.user_id,
        why=why[:200],
        for_digest=chosen.notifications_by_mail == MailMoment.DIGEST,
    )
