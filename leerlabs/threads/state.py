"""Closing, pinning, and accepting an answer."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from leerlabs.models import Post, Thread, ThreadKind
from leerlabs.threads import announcing
from leerlabs.threads.numbering import locked


def set_closed(thread: Thread, closed: bool) -> None:
    """Let nothing be added any more, or again. Saying it twice changes nothing."""
    wanted = Thread.objects.filter(pk=thread.pk, closed_at__isnull=closed)
    wanted.update(closed_at=timezone.now() if closed else None)


def set_pinned(thread: Thread, pinned: bool) -> None:
    """Keep the thread at the top of its Leerlab, or no longer."""
    Thread.objects.filter(pk=thread.pk).update(pinned=pinned)


def accept(post: Post, by_id: int | None) -> None:
    """Make a reply the answer to the question; ``None`` as author is told nothing. Raises ValueError elsewhere."""
    with transaction.atomic():
        thread = locked(post.thread_id)
        if thread.kind != ThreadKind.QUESTION or post.number == 1 or post.is_gone or post.hidden_at:
            raise ValueError(f"{post} cannot be an answer")
        if thread.accepted_post_id != post.pk:
            thread.accepted_post = post
            thread.save(update_fields=["accepted_post"])
            post.thread = thread
            announcing.answer_accepted(post, by_id)


def accept_none(thread: Thread) -> None:
    """The question is open again."""
    Thread.objects.filter(pk=thread.pk).update(accepted_post=None)
