"""Starting a thread and replying: each form once, numbered, counted, and told to whom it concerns."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from leerlabs.attachments.keeping import attach
from leerlabs.models import LeerlabPage, Mention, Post, Thread
from leerlabs.rich_text.composing import Composed
from leerlabs.threads import announcing
from leerlabs.threads.numbering import locked


class ThreadIsClosed(Exception):
    """Somebody closed the thread while this was being written."""


class Written(NamedTuple):
    """A post, and whether it was made now: the same form sent twice finds the first one."""

    post: Post
    is_new: bool


@dataclass(frozen=True, slots=True)
class NewPost:
    """What a form brings. ``token`` was made with the form; ``held`` waits for a moderator before it is shown."""

    author: User
    text: Composed
    token: uuid.UUID
    reply_to: Post | None = None
    attachments: Iterable[uuid.UUID] = ()
    held: bool = False


@dataclass(frozen=True, slots=True)
class NewThread:
    """What a thread has besides its first post."""

    leerlab: LeerlabPage
    kind: str
    title: str
    page_id: int | None = None


def start_thread(new: NewThread, first: NewPost) -> Written:
    """The thread with its first post, or the one that this form made before."""
    try:
        with transaction.atomic():
            return Written(_start(new, first), True)
    except IntegrityError:
        # The constraint on the form's token refused it; anything else goes on.
        made = _made_before(first)
        if made is None:
            raise
        return Written(made, False)


def reply(thread: Thread, new: NewPost) -> Written:
    """A post at the end of the thread, or the one that this form made before. Raises ThreadIsClosed."""
    with transaction.atomic():
        held_thread = locked(thread.pk)
        made = _made_before(new)
        if made is not None:
            return Written(made, False)
        if held_thread.is_closed:
            raise ThreadIsClosed
        post = _write(held_thread, new)
        if not new.held:
            announcing.post_written(post)
        return Written(post, True)


def release(post: Post) -> None:
    """Show a post that waited for a moderator, and tell of it now; the thread too, when it is the first."""
    with transaction.atomic():
        thread = locked(post.thread_id)
        now = timezone.now()
        Post.objects.filter(pk=post.pk).update(hidden_at=None)
        if post.number == 1:
            thread.hidden_at = None
        thread.last_post_at, thread.last_author_id = now, post.author_id
        thread.save(update_fields=["hidden_at", "last_post_at", "last_author"])
        post.hidden_at = None
        post.thread = thread
        if post.number == 1:
            announcing.thread_started(post)
        else:
            announcing.post_written(post)


def _start(new: NewThread, first: NewPost) -> Post:
    now = timezone.now()
    thread = Thread.objects.create(
        leerlab=new.leerlab,
        kind=new.kind,
        title=new.title,
        author=first.author,
        page_id=new.page_id,
        created_at=now,
        last_post_at=now,
        last_author=first.author,
        hidden_at=now if first.held else None,
    )
    post = _write(thread, first)
    if not first.held:
        announcing.thread_started(post)
    return post


def _write(thread: Thread, new: NewPost) -> Post:
    now = timezone.now()
    post = Post.objects.create(
        thread=thread,
        number=thread.post_count + 1,
        author=new.author,
        reply_to=new.reply_to if new.reply_to and new.reply_to.thread_id == thread.pk else None,
        source=new.text.source,
        body=new.text.body,
        form_token=new.token,
        created_at=now,
        hidden_at=now if new.held else None,
    )
    Mention.objects.bulk_create(Mention(post=post, user_id=user_id) for user_id in sorted(new.text.mentioned))
    attach(post, new.attachments)
    thread.post_count = post.number
    if not new.held:
        thread.last_post_at, thread.last_author = now, new.author
    thread.save(update_fields=["post_count", "last_post_at", "last_author"])
    return post


def _made_before(new: NewPost) -> Post | None:
    made = Post.objects.select_related("thread__leerlab").filter(author=new.author, form_token=new.token)
    return made.first()
