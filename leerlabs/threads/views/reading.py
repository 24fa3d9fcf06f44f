"""Reading a thread."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from accounts.unsent import keeps_unsent
from delivery.models import Level
from leerlabs.labs.addresses import page_of as page_of_leerlab
from leerlabs.models import Post, Thread, ThreadKind
from leerlabs.policy import may, moderated_leerlabs
from leerlabs.threads.access import in_thread, on_post
from leerlabs.threads.asking_research import question_of
from leerlabs.threads.marks import mark_read
from leerlabs.threads.numbering import page_count, post_url
from leerlabs.threads.overview import page_links
from leerlabs.threads.polls import shown_to
from leerlabs.threads.replying import reply_context
from leerlabs.threads.thread_page import byline, posts_on

#: What a reader may do with a thread → the action that the policy knows.
ON_THREAD = {
    "write": "post.write",
    "close": "thread.close",
    "pin": "thread.pin",
    "move": "thread.move",
    "distil": "thread.distil",
    "ask_research": "thread.ask_research",
    "vote": "poll.vote",
    "end_poll": "poll.close",
    "accept": "answer.accept",
    "moderate": "leerlab.moderate",
}


@keeps_unsent
@require_safe
@in_thread("thread.read")
def thread(request: HttpRequest, thread: Any) -> HttpResponseBase:
    """One page; ``?bericht=`` leads to the page on which that number stands, ``?nieuw`` to the first unread."""
    seen: int | None = thread.seen
    wanted = _number(request.GET.get("bericht"))
    if wanted:
        return redirect(post_url(thread, min(wanted, thread.post_count)))
    if "nieuw" in request.GET:
        return redirect(post_url(thread, min((seen or 0) + 1, thread.post_count)))
    page = _number(request.GET.get("pagina")) or 1
    if page > page_count(thread):
        raise Http404(str(page))
    posts, shown = posts_on(thread, page, request.user, seen)
    if request.user.is_authenticated and posts:
        mark_read(request.user, thread.pk, posts[-1].post.number, seen)
    allowed = {name: may(request.user, action, thread) for name, action in ON_THREAD.items()}
    context: dict[str, Any] = {
        "thread": thread,
        "leerlab": thread.leerlab,
        "leerlab_url": page_of_leerlab(thread.leerlab),
        "posts": posts,
        "page_number": page,
        "by": byline(shown.users.get(thread.author_id), request.user) if page == 1 else None,
        "may": allowed,
        "about": shown.cards.get(thread.page_id or 0),
        "distilled": shown.cards.get(thread.distilled_into_id or 0),
        "asked": question_of(thread),
        "answer_url": _answer_url(thread, posts),
        "poll": _poll(thread, request.user.pk) if page == 1 else None,
        "level": thread.level,
        "levels": Level.choices,
        **page_links(
            Paginator(range(page_count(thread)), 1), page, lambda number: f"?pagina={number}" if number > 1 else "?"
        ),
    }
    if allowed["write"]:
        context |= reply_context(request, thread)
    return TemplateResponse(request, "leerlabs/threads/thread.html", context)


@require_safe
@on_post("thread.read")
def post(request: HttpRequest, post: Post) -> HttpResponseBase:
    """The permanent address of a post: to where it stands now."""
    if post.moved_to is not None:
        moved = Post.objects.select_related("thread__leerlab").get(pk=post.moved_to.pk)
        if may(request.user, "thread.read", moved.thread):
            return redirect(post_url(moved.thread, moved.number))
    return redirect(post_url(post.thread, post.number))


@require_safe
@in_thread("thread.move")
def moving(request: HttpRequest, thread: Thread) -> HttpResponseBase:
    """Where the thread, or one of its posts, can go."""
    number = _number(request.GET.get("bericht"))
    others = Thread.objects.filter(leerlab=thread.leerlab).exclude(pk=thread.pk).order_by("-last_post_at")
    context = {
        "thread": thread,
        "leerlab": thread.leerlab,
        "post": Post.objects.filter(thread=thread, number=number).first() if number and number > 1 else None,
        "leerlabs": moderated_leerlabs(request.user).exclude(pk=thread.leerlab_id).order_by("title"),
        "threads": others[:50],
    }
    return TemplateResponse(request, "leerlabs/threads/move.html", context)


def _answer_url(thread: Thread, posts: list[Any]) -> str:
    if thread.accepted_post_id is None or not posts or posts[0].post.number > 1:
        return ""
    here = next((shown.post.number for shown in posts if shown.is_answer), None)
    number = here or Post.objects.filter(pk=thread.accepted_post_id).values_list("number", flat=True).first()
    return post_url(thread, number) if number else ""


def _poll(thread: Thread, user_id: int | None) -> Any:
    if thread.kind != ThreadKind.POLL:
        return None
    poll = getattr(thread, "poll", None)
    return shown_to(poll, user_id) if poll else None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else 0
