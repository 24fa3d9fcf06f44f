"""What happens by itself when accounts change."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from accounts import unsent
from accounts.models import Profile, User


def connect() -> None:
    """Every account has a profile from its first moment; photos go with their profile."""
    post_save.connect(_make_profile, sender=User, dispatch_uid="accounts.profile")
    post_save.connect(_doubt_changed_address, sender=User, dispatch_uid="accounts.changed_address")
    post_delete.connect(_delete_photo, sender=Profile, dispatch_uid="accounts.photo")
    user_logged_in.connect(unsent.forget_what_is_of_others, dispatch_uid="accounts.unsent")


def _make_profile(instance: User, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        Profile.objects.get_or_create(user=instance)


def _doubt_changed_address(
    instance: User, created: bool, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    """An address that an administrator changed is confirmed by its owner at the next sign-in, like a new one."""
    if not created and not raw and (update_fields is None or "email" in update_fields):
        EmailAddress.objects.filter(user=instance, primary=True).exclude(email__iexact=instance.email).delete()


def _delete_photo(instance: Profile, **kwargs: Any) -> None:
    storage, name = instance.photo.storage, instance.photo.name
    if name:
        transaction.on_commit(lambda: storage.delete(name))
