"""What the exchange keeps of a person: given back, and erased when they leave. Posts stay, without a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from accounts import own_data, retention
from accounts.models import User
from accounts.own_data import ExportedFile
from leerlabs.models import (
    Attachment,
    Draft,
    FeedAddress,
    Mention,
    PollVote,
    Post,
    PostRevision,
    Reaction,
    Reading,
    Thread,
)
from leerlabs.rich_text.references import MENTION, forget, mention

_BATCH = 200


def connect() -> None:
    """Take part in export, erasure and retention; called once, when the app is ready."""
    own_data.register("gesprekken", export=export, erase=erase)
    retention.register("leerlab_drafts", setting="LEERLAB_DRAFTS_DAYS", carry_out=drop_old_drafts)


def export(user: User) -> Iterator[ExportedFile]:
    """Posts with their earlier texts, files, drafts, reactions, votes and how far one had read."""
    posts = Post.objects.filter(author=user, deleted_at=None, moved_to=None).select_related("thread__leerlab")
    yield ExportedFile("berichten.json", [_post(post) for post in posts.order_by("pk").iterator(chunk_size=_BATCH)])
    earlier = PostRevision.objects.filter(post__author=user).order_by("pk")
    yield ExportedFile(
        "eerdere_versies.json",
        [
            {"bericht": row.post_id, "versie": row.version, "tekst": _plain(row.source), "vervangen": row.replaced_at}
            for row in earlier.iterator(chunk_size=_BATCH)
        ],
    )
    yield ExportedFile(
        "concepten.json", list(Draft.objects.filter(user=user).values("place", "title", "source", "updated_at"))
    )
    yield ExportedFile(
        "reacties.json", list(Reaction.objects.filter(user=user).values("post_id", "kind", "created_at"))
    )
    votes = PollVote.objects.filter(user=user).values("option__poll__thread__title", "option__text")
    yield ExportedFile("stemmen.json", list(votes))
    yield ExportedFile("gelezen_tot.json", list(Reading.objects.filter(user=user).values("thread_id", "last_number")))
    for attachment in Attachment.objects.filter(uploader=user).order_by("created_at").iterator(chunk_size=_BATCH):
        try:
            with attachment.file.open("rb") as content:
                yield ExportedFile(f"bijlagen/{attachment.pk}/{attachment.name}", content.read())
        except FileNotFoundError:
            continue


def erase(user: User) -> None:
    """All but the posts; in those, and in the texts of others, nothing refers to this person any more."""
    for model in (Draft, Reaction, Reading, PollVote, FeedAddress):
        model._default_manager.filter(user=user).delete()
    for attachment in Attachment.objects.filter(uploader=user, post=None):
        attachment.delete()
    Attachment.objects.filter(uploader=user).update(uploader=None)
    reference = mention(user.pk)
    for post in Post.objects.filter(mentions__user=user).iterator(chunk_size=_BATCH):
        source, body = forget(post.source, user.pk), forget(post.body, user.pk)
        Post.objects.filter(pk=post.pk).update(source=source, body=body)
    # An earlier text may name somebody whom the latest does not.
    for revision in PostRevision.objects.filter(source__contains=reference).iterator(chunk_size=_BATCH):
        PostRevision.objects.filter(pk=revision.pk).update(source=forget(revision.source, user.pk))
    Mention.objects.filter(user=user).update(user=None)
    PostRevision.objects.filter(replaced_by=user).update(replaced_by=None)
    Post.objects.filter(author=user).update(author=None)
    Thread.objects.filter(author=user).update(author=None)
    Thread.objects.filter(last_author=user).update(last_author=None)


def drop_old_drafts(before: datetime) -> int:
    """Drafts that nobody came back to; how many went."""
    return Draft.objects.filter(updated_at__lt=before).delete()[0]


def _post(post: Post) -> dict[str, Any]:
    return {
        "leerlab": post.thread.leerlab.title,
        "gesprek": post.thread.title,
        "nummer": post.number,
        "geschreven": post.created_at,
        "gewijzigd": post.edited_at,
        "tekst": _plain(post.source),
    }


def _plain(source: str) -> str:
    """Without references: whom one mentioned is not one's own data."""
    return MENTION.sub("@…", source)
