"""Saying what happened in a thread; who hears of it is decided when it is told (:mod:`leerlabs.threads.notices`)."""

from __future__ import annotations

from collections.abc import Iterable

import delivery
from leerlabs.models import Post, Thread


def targets(thread: Thread) -> tuple[str, str]:
    """What one can follow: the thread, and its Leerlab."""
    return f"thread:{thread.pk}", f"leerlab:{thread.leerlab_id}"


def thread_started(first: Post) -> None:
    """A new thread; who is mentioned in its first post hears that instead."""
    _announce("thread", first, key=f"thread:{first.thread_id}")
    mentioned(first)


def post_written(post: Post) -> None:
    """A reply; who is mentioned in it hears that instead."""
    _announce("post", post, key=f"post:{post.pk}")
    mentioned(post)


def mentioned(post: Post, users: Iterable[int] | None = None) -> None:
    """Somebody is named in a post; after an edit only ``users``, who were not before."""
    if users is None:
        users = post.mentions.exclude(user=None).values_list("user_id", flat=True)
    concerned = sorted(set(users))
    if concerned:
        _announce("mention", post, key=f"mention:{post.pk}:{post.version}", users=concerned)


def answer_accepted(post: Post, by_id: int | None) -> None:
    """A reply was accepted as the answer."""
    _announce("answer", post, key=f"answer:{post.pk}", actor_id=by_id)


def distilled(first: Post, authors: Iterable[int], by_id: int) -> None:
    """A practice example is being made of the thread; those whose words are in it hear so before it is public."""
    _announce("distilled", first, key=f"distilled:{first.thread_id}", actor_id=by_id, users=sorted(authors))


def poll_closed(first: Post) -> None:
    """The result of a poll is there."""
    _announce("poll", first, key=f"poll:{first.thread_id}", actor_id=None)


def _announce(kind: str, post: Post, *, key: str, actor_id: int | None = -1, users: list[int] | None = None) -> None:
    about, leerlab = targets(post.thread)
    delivery.announce(
        kind,
        about=about,
        context=(leerlab,),
        actor_id=post.author_id if actor_id == -1 else actor_id,
        data={"post": post.pk, **({"users": users} if users else {})},
        key=key,
    )
