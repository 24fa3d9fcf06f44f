"""The conversations. What was said is written once: a thread that is there is left as it is.

Rows are made directly, past the services that tell members what happened: nobody hears of a demo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from editorial.demonstration.content import Item
from editorial.demonstration.identity import stable_number, stable_uuid
from editorial.demonstration.rows import Tally, checked
from leerlabs.demo.company import Company
from leerlabs.demo.known import Known
from leerlabs.demo.moments import moments_of
from leerlabs.demo.polls import load_poll
from leerlabs.models import Mention, Post, Reaction, ReactionKind, Thread
from leerlabs.rich_text.composing import compose

_POST_FIELDS = frozenset({"by", "text", "reactions", "reply_to", "after_days"})
_LONGEST_WAIT = 30 * 60  # minutes between a post and a reaction to it


@dataclass(frozen=True, slots=True)
class _Conversation:
    """A thread that is being written down."""

    item: Item
    thread: Thread
    company: Company
    #: What identifiers and moments follow from.
    key: str


def load_thread(item: Item, company: Company, known: Known, tally: Tally) -> Thread:
    """One conversation with its posts, reactions and poll."""
    key = f"{company.lab.slug}/{item.slug}"
    first = Post.objects.filter(form_token=stable_uuid("post", key, 1)).select_related("thread__leerlab").first()
    if first is not None:
        tally.kept += 1
        return first.thread
    moments = list(moments_of(item, key))
    conversation = _Conversation(item, _thread(item, company, known, moments), company, key)
    posts = [_post(conversation, number, moment) for number, moment in enumerate(moments, start=1)]
    load_poll(item, conversation.thread, company)
    _accept(conversation, posts)
    item.leave("distilled_into")
    item.check_all_read()
    tally.made += 1
    return conversation.thread


def _thread(item: Item, company: Company, known: Known, moments: list[datetime]) -> Thread:
    closed_after = item.get("closed_days_after")
    speakers = [post["by"] for post in item["posts"]]
    thread = Thread(
        leerlab=company.lab,
        kind=item["kind"],
        title=item["title"],
        author=company.member(speakers[0], item, "posts[1].by").user,
        page_id=known.one("pages", item, "page"),
        created_at=moments[0],
        last_post_at=moments[-1],
        last_author=company.member(speakers[-1], item, f"posts[{len(speakers)}].by").user,
        post_count=len(speakers),
        pinned=item.get("pinned", False),
        closed_at=moments[-1] + timedelta(days=closed_after) if closed_after else None,
    )
    checked(thread, item)
    thread.save()
    return thread


def _post(conversation: _Conversation, number: int, moment: datetime) -> Post:
    item, thread, company = conversation.item, conversation.thread, conversation.company
    where = f"posts[{number}]"
    given: dict[str, Any] = item["posts"][number - 1]
    if slips := sorted(given.keys() - _POST_FIELDS):
        raise item.error(f"{where}.{slips[0]}", "is not a field that the loader knows")
    author = company.member(given["by"], item, f"{where}.by").user
    handles = {slug: member.user.pk for slug, member in company.members.items()}
    text = compose(given["text"], leerlab_id=company.lab.pk, author=author, thread=thread, kept=handles)
    post = Post(
        thread=thread,
        number=number,
        author=author,
        reply_to=Post.objects.get(thread=thread, number=given["reply_to"]) if "reply_to" in given else None,
        source=text.source,
        body=text.body,
        form_token=stable_uuid("post", conversation.key, number),
        created_at=moment,
    )
    checked(post, item)
    post.save()
    Mention.objects.bulk_create(Mention(post=post, user_id=user_id) for user_id in sorted(text.mentioned))
    _react(conversation, post, given.get("reactions", {}))
    return post


def _react(conversation: _Conversation, post: Post, reactions: Mapping[str, list[str]]) -> None:
    for kind, slugs in reactions.items():
        for slug in slugs:
            user = conversation.company.member(slug, conversation.item, f"posts[{post.number}].reactions").user
            wait = timedelta(minutes=stable_number(conversation.key, post.number, slug) % _LONGEST_WAIT)
            Reaction.objects.create(post=post, user=user, kind=ReactionKind(kind), created_at=post.created_at + wait)


def _accept(conversation: _Conversation, posts: list[Post]) -> None:
    if accepted := conversation.item.get("accepted"):
        conversation.thread.accepted_post = posts[accepted - 1]
        conversation.thread.save(update_fields=["accepted_post"])
