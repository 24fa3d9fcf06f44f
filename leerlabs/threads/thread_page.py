"""What one page of a thread shows to one reader, in the same few queries however long the thread is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.safestring import SafeString

from accounts.models import User
from accounts.profiles import Viewer, display_name, profile_url
from leerlabs.models import Attachment, Post, Thread, ThreadKind
from leerlabs.policy import may
from leerlabs.rich_text.showing import Place, Shown, show
from leerlabs.threads.numbering import numbers_on, post_url
from leerlabs.threads.reactions import ReactionCount, reaction_counts

#: What a reader may do with a post → the action that the policy knows.
ON_POST = {
    "edit": "post.edit",
    "delete": "post.delete",
    "react": "post.react",
    "move": "thread.move",
    "accept": "answer.accept",
}


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote something, as this reader may know it."""

    name: str
    url: str
    initials: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The post that a post answers."""

    number: int
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class PostShown:
    """One post. ``state`` is shown, hidden (to others), deleted or moved; ``may`` what the reader can do with it."""

    post: Post
    state: str
    by: Byline
    body: SafeString
    attachments: list[Attachment]
    reactions: list[ReactionCount]
    in_reply_to: Reference | None
    is_new: bool
    is_first_new: bool
    is_answer: bool
    may: dict[str, bool]


def byline(user: User | None, viewer: Viewer) -> Byline:
    """The name beside a text. Read ``profile`` along."""
    name = display_name(user, viewer)
    words = [word for word in name.split() if word[0].isalpha()]
    initials = "".join(word[0] for word in words[:1] + words[1:][-1:])
    return Byline(name, profile_url(user) if user else "", initials.upper())


def posts_on(thread: Thread, page: int, viewer: Any, seen: int | None) -> tuple[list[PostShown], Shown]:
    """The posts of one page, and what they refer to; six queries at most."""
    first, last = numbers_on(page)
    files = Prefetch("attachments", Attachment.objects.order_by("created_at"))
    rows = list(
        Post.objects.filter(thread=thread, number__range=(first, last)).order_by("number").prefetch_related(files)
    )
    for post in rows:
        post.thread = thread
    around = [key for key in (thread.page_id, thread.distilled_into_id) if key and page == 1]
    shown = show(rows, thread, viewer, around)
    reactions = reaction_counts(rows, viewer.pk)
    new = [post.number for post in rows if seen is not None and post.number > seen and post.author_id != viewer.pk]
    return [
        PostShown(
            post=post,
            state=_state(post, viewer),
            by=byline(shown.users.get(post.author_id), viewer),
            body=shown.bodies[post.pk],
            attachments=list(post.attachments.all()),
            reactions=reactions[post.pk],
            in_reply_to=_answered(thread, shown.places.get(post.reply_to_id or 0), shown, viewer),
            is_new=post.number in new,
            is_first_new=bool(new) and post.number == new[0] and post.number > 1,
            is_answer=post.pk == thread.accepted_post_id,
            may={name: _allowed(viewer, name, post) for name in ON_POST},
        )
        for post in rows
    ], shown


def _allowed(viewer: Any, name: str, post: Post) -> bool:
    if post.is_gone or (name == "move" and post.number == 1):
        return False
    if name == "accept":
        thread = post.thread
        is_reply = post.number > 1 and post.hidden_at is None
        return thread.kind == ThreadKind.QUESTION and is_reply and may(viewer, ON_POST[name], thread)
    return may(viewer, ON_POST[name], post)


def _state(post: Post, viewer: Any) -> str:
    if post.deleted_at:
        return "deleted"
    if post.moved_to_id:
        return "moved"
    return "shown" if may(viewer, "post.read", post) else "hidden"


def _answered(thread: Thread, place: Place | None, shown: Shown, viewer: Viewer) -> Reference | None:
    if place is None:
        return None
    name = display_name(shown.users.get(place.author_id), viewer)
    return Reference(place.number, name, post_url(thread, place.number))
