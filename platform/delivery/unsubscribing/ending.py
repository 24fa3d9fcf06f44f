"""Ending it."""

from __future__ import annotations

from typing import Any

from delivery import subscriptions
from delivery.models import DigestRhythm, Level, MailMoment, Preferences
from delivery.unsubscribing.tokens import DIGEST_TARGET, Unsubscription


def end(unsubscription: Unsubscription) -> None:
    """No more about this target for this person. Doing it again changes nothing."""
    if unsubscription.target == DIGEST_TARGET:
        _keep(unsubscription.user, digest=DigestRhythm.NONE)
    else:
        subscriptions.set_level(unsubscription.user, unsubscription.target, Level.NONE)


def end_all_mail(user: Any) -> None:
    """No notification and no digest by mail any more. On the site everything stays."""
    _keep(user, digest=DigestRhythm.NONE, notifications_by_mail=MailMoment.NEVER)


def _keep(user: Any, **choices: str) -> None:
    Preferences.objects.update_or_create(user_id=user.pk, defaults=choices)
