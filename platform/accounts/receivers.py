"""What happens by itself when accounts change."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save

from accounts.models import Profile, User


def connect() -> None:
    """Every account has a profile from its first moment."""
    post_save.connect(_make_profile, sender=User, dispatch_uid="accounts.profile")


def _make_profile(instance: User, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        Profile.objects.get_or_create(user=instance)
