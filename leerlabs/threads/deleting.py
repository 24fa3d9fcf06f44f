"""Taking a post back: its text goes for good, its place stays."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from leerlabs.labs import post_texts
from leerlabs.models import Post
from leerlabs.threads.numbering import locked


def delete(post: Post) -> bool:
    """Empty the post, with its earlier texts, pictures, reactions and mentions.

    A thread that has only this post goes altogether. Returns whether the thread is still there.
    """
    with transaction.atomic():
        thread = locked(post.thread_id)
        if post.number == 1 and thread.post_count == 1:
            thread.delete()
            return False
        empty(post)
        Post.objects.filter(pk=post.pk).update(deleted_at=timezone.now())
        if thread.accepted_post_id == post.pk:
            thread.accepted_post = None
            thread.save(update_fields=["accepted_post"])
        return True


def empty(post: Post) -> None:
    """Take all that a post says and carries away from its row."""
    for hanging_on in (post.revisions, post.mentions, post.reactions, post.attachments):
        hanging_on.all().delete()
    Post.objects.filter(pk=post.pk).update(source="", body="")
    post_texts.forget(post)
