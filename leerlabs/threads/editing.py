"""Changing a post. Earlier texts are kept, and of two who change it at once neither loses anything."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from leerlabs.models import Mention, Post, PostRevision
from leerlabs.rich_text.composing import Composed
from leerlabs.threads import announcing


class EditConflict(Exception):
    """The post was changed after this form was made; ``current`` is what it says now."""

    def __init__(self, current: Post) -> None:
        super().__init__(f"{current} is at version {current.version}")
        self.current = current


def edit(post: Post, editor: User, text: Composed, *, version: int, title: str = "") -> Post:
    """Replace the text of version ``version``; for the first post of a thread also its title, when one is given.

    Raises EditConflict when that is no longer the latest version.
    """
    with transaction.atomic():
        current = _locked(post)
        if current.version != version:
            raise EditConflict(current)
        thread = current.thread
        new_title = title if current.number == 1 and title else thread.title
        if (text.source, new_title) == (current.source, thread.title):
            return current
        now = timezone.now()
        PostRevision.objects.create(
            post=current,
            version=current.version,
            title=thread.title if current.number == 1 else "",
            source=current.source,
            replaced_at=now,
            replaced_by=editor,
        )
        current.source, current.body = text.source, text.body
        current.version += 1
        current.edited_at = now
        current.save(update_fields=["source", "body", "version", "edited_at"])
        if new_title != thread.title:
            thread.title = new_title
            thread.save(update_fields=["title"])
        _mention_anew(current, text.mentioned)
        return current


def _locked(post: Post) -> Post:
    posts = Post.objects.select_for_update(of=("self",)).select_related("thread__leerlab", "author__profile")
    return posts.get(pk=post.pk)


def _mention_anew(post: Post, mentioned: frozenset[int]) -> None:
    """Keep the mentions of a post in step with its text, and tell those who are new in it."""
    before = set(post.mentions.exclude(user=None).values_list("user_id", flat=True))
    post.mentions.filter(user_id__in=before - mentioned).delete()
    Mention.objects.bulk_create(Mention(post=post, user_id=user_id) for user_id in sorted(mentioned - before))
    if post.hidden_at is None:
        announcing.mentioned(post, mentioned - before)
