"""The personal feed's secret address."""

from __future__ import annotations

import secrets

from django.utils import timezone

from accounts.models import User
from keeping.models import AlertFeedAddress
from keeping.sharing import hash_of


def make_address(user: User) -> str:
    """A new secret; the one before no longer works. It is told only now."""
    token = secrets.token_urlsafe(32)
    AlertFeedAddress.objects.update_or_create(
        user=user, defaults={"token_hash": hash_of(token), "created_at": timezone.now()}
    )
    return token


def revoke(user: User) -> None:
    """End the address."""
    AlertFeedAddress.objects.filter(user=user).delete()


def owner_of(token: str) -> User | None:
    """Whose address this is; nobody's when it was ended, or the account is."""
    known = AlertFeedAddress.objects.select_related("user").filter(token_hash=hash_of(token), user__is_active=True)
    found = known.first()
    return found.user if found else None
