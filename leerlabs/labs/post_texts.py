"""Keeping the words of posts in step with the posts, in the same transaction; and the site's index with both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models.signals import post_delete, post_save

from editorial.plain_text import from_html
from leerlabs.models import LeerlabPage, Post, PostText, Thread
from leerlabs.rich_text.references import MENTION
from search.analysis import streams
from search.indexing.outbox import record_changes

_BATCH = 500


def connect() -> None:
    """Follow posts and threads; called once, when the app is ready."""
    post_save.connect(_post_saved, sender=Post, dispatch_uid="leerlabs.post_texts")
    post_save.connect(_thread_saved, sender=Thread, dispatch_uid="leerlabs.post_texts")
    post_delete.connect(_thread_deleted, sender=Thread, dispatch_uid="leerlabs.post_texts")
    post_delete.connect(_text_gone, sender=PostText, dispatch_uid="leerlabs.post_texts")


def plain_text(post: Post) -> str:
    """What a post says, without markup, and without names: nobody is found by who mentions them."""
    return from_html(MENTION.sub(" ", post.body))


def forget(post: Post) -> None:
    """Let the words of a post be found no more; for what empties a post without saving it."""
    for text in PostText.objects.filter(post=post):
        text.delete()


def changed(leerlab_id: int) -> None:
    """Have the site's index look at a Leerlab again: what may be read in it changed without being saved."""
    record_changes([leerlab_id])


def refresh_all(progress: Callable[[int], object] = lambda done: None) -> int:
    """Make the words of all posts anew, for when the analysis or its word lists changed; how many there are."""
    done = 0
    posts = Post.objects.filter(deleted_at=None, moved_to=None).select_related("thread").order_by("pk")
    batch: list[PostText] = []
    for post in posts.iterator(chunk_size=_BATCH):
        batch.append(_text_of(post))
        if len(batch) == _BATCH:
            done += _keep(batch)
            batch = []
            progress(done)
    return done + _keep(batch)


def _keep(texts: Iterable[PostText]) -> int:
    kept = PostText.objects.bulk_create(
        texts,
        update_conflicts=True,
        unique_fields=["post"],
        update_fields=["leerlab", "written_at", "stems"],
    )
    return len(kept)


def _text_of(post: Post) -> PostText:
    title = f"{post.thread.title}. " if post.number == 1 else ""
    found = streams(title + plain_text(post))
    return PostText(
        post=post,
        leerlab_id=post.thread.leerlab_id,
        written_at=post.created_at,
        stems=f" {found.stems}  {found.parts} ",
    )


def _post_saved(instance: Post, raw: bool = False, **_: Any) -> None:
    if raw:
        return
    if instance.is_gone:
        forget(instance)
        return
    _keep([_text_of(instance)])
    record_changes([instance.thread.leerlab_id])


def _thread_saved(
    instance: Thread, created: bool, raw: bool = False, update_fields: Iterable[str] | None = None, **_: Any
) -> None:
    """Moved to another Leerlab, or called something else."""
    if raw or created:
        return
    fields = set(update_fields) if update_fields is not None else {"leerlab", "title", "hidden_at"}
    texts = PostText.objects.filter(post__thread=instance)
    if "leerlab" in fields:
        before = set(texts.exclude(leerlab_id=instance.leerlab_id).values_list("leerlab_id", flat=True)[:1])
        texts.exclude(leerlab_id=instance.leerlab_id).update(leerlab_id=instance.leerlab_id)
        record_changes([instance.leerlab_id, *before])
    if "title" in fields and (first := instance.posts.filter(number=1, deleted_at=None).first()) is not None:
        first.thread = instance
        _keep([_text_of(first)])
    if fields & {"title", "hidden_at"}:
        record_changes([instance.leerlab_id])


def _thread_deleted(instance: Thread, **_: Any) -> None:
    if LeerlabPage.objects.filter(pk=instance.leerlab_id).exists():
        record_changes([instance.leerlab_id])


def _text_gone(instance: PostText, **_: Any) -> None:
    record_changes([instance.leerlab_id])
