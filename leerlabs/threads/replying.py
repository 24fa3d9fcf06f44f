"""The form for a reply below a thread: with the draft that was kept, the post that is answered, or a quote."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest

from accounts.asking import the_member
from leerlabs.models import Draft, Post, Thread
from leerlabs.policy import may
from leerlabs.rich_text.quotes import quote_source
from leerlabs.threads.drafts import place_of
from leerlabs.threads.forms import ReplyForm
from leerlabs.threads.writing import Desk, context_of


def reply_context(request: HttpRequest, thread: Thread) -> dict[str, Any]:
    """What the form shows when somebody begins: one query, and one for a quote."""
    desk = Desk(the_member(request), thread.leerlab, place_of(thread), thread)
    draft = Draft.objects.filter(user=desk.author, place=desk.place).first()
    source = draft.source if draft else ""
    answered = _asked_for(request, thread, "antwoord")
    quoted = _asked_for(request, thread, "citeer")
    if quoted is not None:
        source = f"{source.rstrip()}\n\n{quote_source(quoted.number, quoted.source)}".lstrip()
    about = answered or quoted
    form = ReplyForm(
        initial={
            "token": uuid.uuid4(),
            "source": source,
            "reply_to": about.number if about else None,
            "draft_version": draft.version if draft else 0,
        }
    )
    offered = bool(draft and draft.source)
    return {**context_of(desk, form), "draft_offered": draft if offered else None, "replying_to": about}


def post_to_answer(thread: Thread, number: int | None) -> Post | None:
    """The post of this number, when it can be answered."""
    if not number:
        return None
    return Post.objects.filter(thread=thread, number=number, deleted_at=None, moved_to=None).first()


def _asked_for(request: HttpRequest, thread: Thread, parameter: str) -> Post | None:
    text = request.GET.get(parameter, "")
    post = post_to_answer(thread, int(text) if text.isdecimal() and len(text) < 8 else None)
    if post is not None:
        post.thread = thread
        return post if may(request.user, "post.read", post) else None
    return None
