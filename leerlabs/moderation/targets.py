"""What a report or decision is about, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.profiles import display_name, may_see, profile_url
from leerlabs.models import Attachment, LeerlabPage, Post, TargetKind, Thread
from leerlabs.moderation.excerpts import LONGEST, excerpt_of
from leerlabs.policy import may
from leerlabs.standing import Asking, Role, site_roles


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be reported. ``post`` and ``thread`` are what a moderator's action works on."""

    kind: TargetKind
    key: str
    leerlab: LeerlabPage | None
    #: Whose it is; nobody when that person has gone.
    author: User | None
    title: str
    excerpt: str
    url: str
    post: Post | None = None
    thread: Thread | None = None
    attachment: Attachment | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether it has been hidden, or waits to be shown."""
        part = self.thread if self.kind == TargetKind.THREAD else self.post
        return part is not None and part.hidden_at is not None


def find(kind: str, key: str) -> Target | None:
    """What stands at this kind and key, as it is now; None when it has gone or never was."""
    look_up = _KINDS.get(kind)
    return look_up(key) if look_up else None


def may_report(user: Asking, target: Target) -> bool:
    """Whether this person reads it, which is all that a report takes."""
    if target.kind == TargetKind.PROFILE:
        return target.author is not None
    return may(user, "post.report", target.attachment or target.post or target.thread)


def may_decide(user: Asking, leerlab: LeerlabPage | None, concerned: User | None) -> bool:
    """Whether this person decides about it: a moderator there, or an editor; never about oneself."""
    if user is None or (concerned is not None and user.pk == concerned.pk):
        return False
    if leerlab is None:
        return Role.EDITOR in site_roles(user)
    return may(user, "report.decide", leerlab)


def _post(key: str) -> Target | None:
    if not key.isdecimal() or len(key) > 18:
        return None
    posts = Post.objects.select_related("thread__leerlab", "author__profile").filter(deleted_at=None, moved_to=None)
    post = posts.filter(pk=key).first()
    if post is None:
        return None
    title = _("Bericht %(number)d in “%(thread)s”") % {"number": post.number, "thread": post.thread.title}
    return Target(
        kind=TargetKind.POST,
        key=key,
        leerlab=post.thread.leerlab,
        author=post.author,
        title=title,
        excerpt=excerpt_of(post),
        url=post_url(post),
        post=post,
        thread=post.thread,
    )


def post_url(post: Post) -> str:
    """Where a post stands."""
    return f"{post.thread.get_absolute_url()}#{post.anchor}"


def _thread(key: str) -> Target | None:
    if not key.isdecimal() or len(key) > 18:
        return None
    thread = Thread.objects.select_related("leerlab", "author__profile").filter(pk=key).first()
    if thread is None:
        return None
    first = thread.posts.filter(number=1).first()
    if first is not None:
        first.thread = thread
    return Target(
        kind=TargetKind.THREAD,
        key=key,
        leerlab=thread.leerlab,
        author=thread.author,
        title=_("Gesprek “%s”") % thread.title,
        excerpt=excerpt_of(first) if first else thread.title,
        url=thread.get_absolute_url(),
        thread=thread,
    )


def _attachment(key: str) -> Target | None:
    try:
        uuid = UUID(key)
    except ValueError:
        return None
    files = Attachment.objects.select_related("post__thread__leerlab", "uploader__profile")
    file = files.filter(pk=uuid, post__isnull=False, post__deleted_at=None).first()
    if file is None or file.post is None:
        return None
    return Target(
        kind=TargetKind.ATTACHMENT,
        key=str(uuid),
        leerlab=file.post.thread.leerlab,
        author=file.uploader,
        title=_("Bijlage “%s”") % file.name,
        excerpt=Truncator(f"{file.name}\n{file.description}".strip()).chars(LONGEST),
        url=post_url(file.post),
        post=file.post,
        thread=file.post.thread,
        attachment=file,
    )


def _profile(key: str) -> Target | None:
    try:
        uuid = UUID(key)
    except ValueError:
        return None
    user = User.objects.select_related("profile").filter(uuid=uuid, is_active=True).first()
    if user is None:
        return None
    name = display_name(user)
    seen = user.profile.biography if may_see(user.profile, "biography", None) else ""
    return Target(
        kind=TargetKind.PROFILE,
        key=str(uuid),
        leerlab=None,
        author=user,
        title=_("Profiel van %s") % name,
        excerpt=Truncator(f"{name}\n{seen}".strip()).chars(LONGEST),
        url=profile_url(user),
    )


_KINDS: dict[str, Callable[[str], Target | None]] = {
    TargetKind.POST: _post,
    TargetKind.THREAD: _thread,
    TargetKind.ATTACHMENT: _attachment,
    TargetKind.PROFILE: _profile,
}
