"""What follows from a change of who belongs where."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save

from caching.generation import renew_on_commit
from organisations.colleagues import chose_to_be_seen
from organisations.models import OrganisationMembership


def connect() -> None:
    """Start listening; called once, when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(_membership_changed, sender=OrganisationMembership, dispatch_uid="organisations.membership")


def _membership_changed(instance: OrganisationMembership, raw: bool = False, **kwargs: Any) -> None:
    """Only somebody whom every visitor may see makes another page for visitors."""
    if not raw and chose_to_be_seen(instance.user.profile, None):
        renew_on_commit()
