"""A personal feed: the latest posts in one's Leerlabs, for a feed reader, under the policy of the moment."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.utils import timezone

from accounts.models import User
from leerlabs.models import FeedAddress, Post, Thread
from leerlabs.policy import readable_leerlabs

LENGTH = 40


def make_address(user: User) -> str:
    """A new secret; the one before no longer works. It is told only now: what is kept is a hash of it."""
    token = secrets.token_urlsafe(32)
    FeedAddress.objects.update_or_create(user=user, defaults={"token_hash": _hash(token), "created_at": timezone.now()})
    return token


def revoke(user: User) -> None:
    """End the address."""
    FeedAddress.objects.filter(user=user).delete()


def owner_of(token: str) -> User | None:
    """Whose address this is; nobody's when it was ended, or the account is."""
    found = FeedAddress.objects.select_related("user").filter(token_hash=_hash(token), user__is_active=True).first()
    return found.user if found else None


def latest_posts(user: Any) -> list[Post]:
    """The newest posts in the Leerlabs in which ``user`` takes part and may read now; three queries.

    The newest posts stand in the threads that were written in last, so that no more is looked through.
    """
    mine = readable_leerlabs(user).filter(memberships__user_id=user.pk, memberships__state="active")
    leerlabs = list(mine.values_list("pk", flat=True))
    threads = Thread.objects.filter(leerlab_id__in=leerlabs, hidden_at=None).order_by("-last_post_at")
    keys = list(threads.values_list("pk", flat=True)[:LENGTH])
    posts = Post.objects.filter(thread_id__in=keys, hidden_at=None, deleted_at=None, moved_to=None)
    return list(posts.select_related("thread__leerlab", "author__profile").order_by("-created_at")[:LENGTH])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
