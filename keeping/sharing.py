"""Sharing a collection by an address that nobody guesses, until its owner takes it back."""

from __future__ import annotations

import hashlib
import secrets

from django.utils import timezone

from keeping import policy
from keeping.models import Collection


def make_address(collection: Collection) -> str:
    """A new secret; the one before no longer works. It is told only now: what is kept is a hash of it."""
    token = secrets.token_urlsafe(32)
    Collection.objects.filter(pk=collection.pk).update(share_hash=hash_of(token), shared_at=timezone.now())
    return token


def revoke(collection: Collection) -> None:
    """End the address."""
    Collection.objects.filter(pk=collection.pk).update(share_hash=None, shared_at=None)


def shared_collection(token: str) -> Collection | None:
    """The collection behind an address; None when it was ended, was never there, or its owner is gone."""
    found = Collection.objects.select_related("owner").filter(share_hash=hash_of(token)).first()
    return found if found is not None and policy.may_read_shared(found) else None


def hash_of(token: str) -> str:
    """What is kept of a secret that is told once."""
    return hashlib.sha256(token.encode()).hexdigest()
