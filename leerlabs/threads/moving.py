"""What moderators put elsewhere."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from leerlabs.labs import post_texts
from leerlabs.models import Attachment, LeerlabPage, Mention, Post, PostRevision, Reaction, Thread
from leerlabs.threads.numbering import locked


def move_thread(thread: Thread, to: LeerlabPage) -> Thread:
    """Put a thread, with all its posts, in another Leerlab; its old address leads on to the new one."""
    with transaction.atomic():
        moved = locked(thread.pk)
        moved.leerlab, moved.moved_at, moved.pinned = to, timezone.now(), False
        moved.save(update_fields=["leerlab", "moved_at", "pinned"])
        Attachment.objects.filter(post__thread=moved).update(leerlab=to)
        return moved


def move_post(post: Post, to: Thread) -> Post:
    """Put a post at the end of another thread; in its old place stands where it went.

    Raises ValueError for the first post of a thread: that moves with its thread.
    """
    if post.number == 1 or post.thread_id == to.pk or post.is_gone:
        raise ValueError(f"{post} cannot be moved to {to.pk}")
    with transaction.atomic():
        # Always in the same order, so that two who move between the same threads wait instead of failing.
        held = {pk: locked(pk) for pk in sorted((post.thread_id, to.pk))}
        origin, target = held[post.thread_id], held[to.pk]
        token, post.form_token = post.form_token, uuid.uuid4()
        Post.objects.filter(pk=post.pk).update(form_token=post.form_token)
        moved = Post.objects.create(
            thread=target,
            number=target.post_count + 1,
            author_id=post.author_id,
            source=post.source,
            body=post.body,
            version=post.version,
            form_token=token,
            created_at=post.created_at,
            edited_at=post.edited_at,
            hidden_at=post.hidden_at,
        )
        for model in (PostRevision, Mention, Reaction, Attachment):
            model._default_manager.filter(post=post).update(post=moved)
        Attachment.objects.filter(post=moved).update(leerlab=target.leerlab)
        Post.objects.filter(pk=post.pk).update(source="", body="", moved_to=moved)
        post_texts.forget(post)
        target.post_count, target.last_post_at, target.last_author_id = moved.number, timezone.now(), post.author_id
        target.save(update_fields=["post_count", "last_post_at", "last_author"])
        if origin.accepted_post_id == post.pk:
            origin.accepted_post = None
            origin.save(update_fields=["accepted_post"])
        return moved
