"""Starting a thread from a form: of a kind, perhaps about a page, perhaps with a poll."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerlabs.models import Draft, Post, ResultShown, ThreadKind
from leerlabs.moderation import first_posts
from leerlabs.rich_text.cards import PageCard, page_cards
from leerlabs.rich_text.composing import Composed
from leerlabs.threads import drafts
from leerlabs.threads.forms import PollForm, ThreadForm
from leerlabs.threads.polls import open_poll
from leerlabs.threads.posting import NewPost, NewThread, start_thread
from leerlabs.threads.writing import Desk

_POLL_LASTS = dt.timedelta(days=14)


def form_class(kind: str) -> type[ThreadForm]:
    """The form for a kind of thread."""
    return PollForm if kind == ThreadKind.POLL else ThreadForm


def first_values(draft: Draft | None, page_id: int | None) -> dict[str, Any]:
    """What the form holds when it is opened."""
    return {
        "token": uuid.uuid4(),
        "title": draft.title if draft else "",
        "source": draft.source if draft else "",
        "draft_version": draft.version if draft else 0,
        "page": page_id,
        "closes_on": timezone.localdate() + _POLL_LASTS,
        "result_shown": ResultShown.AFTER_CLOSING,
    }


def page_to_discuss(page_id: int | None) -> PageCard | None:
    """The page, when there is one that everyone may see."""
    if not page_id or page_id > 2**31:
        return None
    return page_cards([page_id]).get(page_id)


def start(desk: Desk, text: Composed, form: ThreadForm, kind: str) -> tuple[Post, bool]:
    """The thread that the form asks for, with its poll; the first post, and whether it waits for a moderator."""
    held = first_posts.waits(desk.author, desk.leerlab)
    about = page_to_discuss(form.cleaned_data["page"])
    with transaction.atomic():
        written = start_thread(
            NewThread(desk.leerlab, kind, form.cleaned_data["title"], about.page_id if about else None),
            NewPost(desk.author, text, form.cleaned_data["token"], attachments=desk.keys, held=held),
        )
        if written.is_new and isinstance(form, PollForm):
            data = form.cleaned_data
            open_poll(
                written.post.thread,
                data["options"],
                several=data["several"],
                closes_at=data["closes_on"],
                result_shown=data["result_shown"],
            )
        drafts.empty(desk.author, desk.place, form.cleaned_data["draft_version"])
    return written.post, held
