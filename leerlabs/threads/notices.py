"""What members hear of threads and posts, and who: decided when it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.profiles import display_name
from delivery.kinds import Kind, Message, Reason, register
from delivery.models import Event
from delivery.targets import Target
from delivery.targets import register as register_target
from editorial.plain_text import from_html
from leerlabs.models import PollVote, Post, Thread
from leerlabs.policy import may
from leerlabs.rich_text.showing import show
from leerlabs.threads.numbering import permanent_url

_EXCERPT = 280


def connect() -> None:
    """Make these kinds of news known; called once, when the app is ready."""
    register(Kind("thread", _nobody_in_particular, _may_see, _thread_presented))
    register(Kind("post", _who_is_answered, _may_see, _post_presented))
    register(Kind("mention", _who_is_mentioned, _may_see, _mention_presented))
    register(Kind("answer", _who_asked_and_answered, _may_see, _answer_presented))
    register(Kind("distilled", _whose_words_are_used, _may_see, _distilled_presented))
    register(Kind("poll", _who_voted, _may_see, _poll_presented))
    register_target("thread", _describe_thread)


def _post_of(event: Event) -> Post | None:
    if "post" not in event.memory:
        rows = Post.objects.select_related("thread__leerlab", "thread__author", "author__profile", "reply_to")
        event.memory["post"] = rows.filter(pk=event.data["post"]).first()
    post: Post | None = event.memory["post"]
    return post


def _may_see(event: Event, user: Any) -> bool:
    post = _post_of(event)
    return post is not None and not post.is_gone and may(user, "post.read", post)


def _nobody_in_particular(_event: Event) -> Iterable[Reason]:
    """A new thread concerns nobody yet; who follows the Leerlab hears of it."""
    return ()


def _who_is_answered(event: Event) -> Iterable[Reason]:
    """Whose post is answered, who began the thread and who wrote in it. Who is mentioned hears that instead."""
    post = _post_of(event)
    if post is None:
        return
    told: set[int | None] = {None, *post.mentions.values_list("user_id", flat=True)}
    for user_id, why in _by_nearness(post):
        if user_id not in told:
            told.add(user_id)
            yield Reason(user_id, why, concerned=True)


def _by_nearness(post: Post) -> Iterator[tuple[Any, Promise]]:
    """Who has to do with the thread, with the strongest reason first; somebody may stand in it more than once."""
    if post.reply_to:
        yield post.reply_to.author_id, gettext_lazy("Het is een antwoord op jouw bericht.")
    yield post.thread.author_id, gettext_lazy("Jij begon dit gesprek.")
    wrote = Post.objects.filter(thread_id=post.thread_id, number__lt=post.number, deleted_at=None)
    for user_id in wrote.order_by("author_id").values_list("author_id", flat=True).distinct().iterator(chunk_size=500):
        yield user_id, gettext_lazy("Je schreef mee in dit gesprek.")


def _who_is_mentioned(event: Event) -> Iterable[Reason]:
    why = gettext_lazy("Je wordt in dit bericht genoemd.")
    return [Reason(user_id, why, concerned=True) for user_id in event.data.get("users", [])]


def _who_asked_and_answered(event: Event) -> Iterable[Reason]:
    post = _post_of(event)
    if post is None:
        return
    if post.author_id:
        yield Reason(post.author_id, gettext_lazy("Jouw bericht is het antwoord."), concerned=True)
    asker = post.thread.author_id
    if asker and asker != post.author_id:
        yield Reason(asker, gettext_lazy("Jij stelde deze vraag."), concerned=True)


def _whose_words_are_used(event: Event) -> Iterable[Reason]:
    why = gettext_lazy("Je schreef mee in dit gesprek.")
    return [Reason(user_id, why, concerned=True) for user_id in event.data.get("users", [])]


def _who_voted(event: Event) -> Iterable[Reason]:
    post = _post_of(event)
    if post is None:
        return
    voters = PollVote.objects.filter(option__poll__thread_id=post.thread_id).order_by("user_id")
    seen = {post.thread.author_id}
    if post.thread.author_id:
        yield Reason(post.thread.author_id, gettext_lazy("Jij begon deze peiling."), concerned=True)
    for user_id in voters.values_list("user_id", flat=True).distinct().iterator(chunk_size=500):
        if user_id not in seen:
            yield Reason(user_id, gettext_lazy("Je stemde in deze peiling."), concerned=True)


def _thread_presented(event: Event, user: Any) -> Message | None:
    return _message(event, user, _("%(name)s begon “%(thread)s”"))


def _post_presented(event: Event, user: Any) -> Message | None:
    return _message(event, user, _("%(name)s schreef in “%(thread)s”"))


def _mention_presented(event: Event, user: Any) -> Message | None:
    return _message(event, user, _("%(name)s noemt je in “%(thread)s”"))


def _answer_presented(event: Event, user: Any) -> Message | None:
    return _message(event, user, _("Er is een antwoord op “%(thread)s”, van %(name)s"))


def _distilled_presented(event: Event, user: Any) -> Message | None:
    post = _post_of(event)
    if post is None:
        return None
    text = _(
        "Wat jij schreef komt erin, met je naam als auteur. De redactie leest het eerst na. "
        "Heb je dat liever niet, zeg het dan in het gesprek of tegen de begeleiding."
    )
    title = _("Van “%(thread)s” wordt een praktijkvoorbeeld gemaakt") % {"thread": post.thread.title}
    return Message(title, text, permanent_url(post))


def _poll_presented(event: Event, user: Any) -> Message | None:
    return _message(event, user, _("De uitslag van “%(thread)s” is er"))


def _message(event: Event, user: Any, title: str) -> Message | None:
    post = _post_of(event)
    if post is None:
        return None
    if "text" not in event.memory:
        # With the names that everyone may see, so that one text serves all who hear of it.
        body = show([post], post.thread, None).bodies[post.pk]
        event.memory["text"] = Truncator(from_html(body)).chars(_EXCERPT)
    names = {"name": display_name(post.author, user), "thread": post.thread.title}
    return Message(title % names, event.memory["text"], permanent_url(post))


def _describe_thread(identifier: str, user: Any) -> Target | None:
    if not identifier.isdecimal():
        return None
    thread = Thread.objects.select_related("leerlab").filter(pk=int(identifier)).first()
    if thread is None or not may(user, "thread.read", thread):
        return None
    return Target(thread.title, thread.get_absolute_url())
