"""The first post of a new member, which waits for a moderator where the Leerlab wants that."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save

from accounts.models import User
from leerlabs.models import LeerlabPage, Post, Report, ReportReason, TargetKind
from leerlabs.moderation import telling
from leerlabs.moderation.excerpts import excerpt_of
from leerlabs.policy import may


def waits(user: User, leerlab: LeerlabPage) -> bool:
    """Whether what ``user`` posts now is to be held: nothing of theirs in this Leerlab has been shown before."""
    if not leerlab.first_post_review or may(user, "leerlab.moderate", leerlab):
        return False
    return not Post.objects.filter(author=user, thread__leerlab=leerlab, hidden_at=None).exists()


def hold(post: Post) -> None:
    """Put a post that was written hidden in the moderators' queue, inside the transaction that wrote it.

    They decide with :func:`leerlabs.moderation.deciding.decide`, which has
    :func:`leerlabs.threads.posting.release` tell of it.
    """
    report, is_new = Report.objects.get_or_create(
        occasion=Report.Occasion.FIRST_POST,
        target_kind=TargetKind.POST,
        target_key=str(post.pk),
        defaults={
            "leerlab": post.thread.leerlab,
            "excerpt": excerpt_of(post),
            "reason": ReportReason.OTHER,
        },
    )
    if is_new:
        telling.reported(report)


def connect() -> None:
    """Queue whatever is written hidden, whichever form it came by; called once, when the app is ready."""
    post_save.connect(_written, sender=Post, dispatch_uid="leerlabs.first_posts")


def _written(instance: Post, created: bool, raw: bool = False, **_: Any) -> None:
    if created and not raw and instance.hidden_at is not None:
        hold(instance)
