"""Polls of conversations: who chose what, and the result as the closing job would have published it."""

from __future__ import annotations

from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock
from leerlabs.demo.company import Company
from leerlabs.models import Poll, PollOption, PollVote, Thread, ThreadKind


def load_poll(item: Item, thread: Thread, company: Company) -> None:
    """The poll of this thread, closed and counted. Raises ContentError when thread and poll do not agree."""
    given = item.get("poll")
    if (given is not None) != (thread.kind == ThreadKind.POLL):
        raise item.error("poll", "a thread of kind poll has one, and no other has")
    if given is None:
        return
    closes_at = at_clock(given["closes"].date(), given["closes"].time())
    voters = {slug for option in given["options"] for slug in option["votes"]}
    poll = Poll.objects.create(
        thread=thread,
        several=given.get("several", False),
        closes_at=closes_at,
        closed_at=closes_at,
        voters=len(voters),
    )
    for position, option in enumerate(given["options"]):
        row = PollOption.objects.create(
            poll=poll, position=position, text=option["text"], final_votes=len(option["votes"])
        )
        users = [company.member(slug, item, "poll.options").user for slug in option["votes"]]
        PollVote.objects.bulk_create(PollVote(option=row, user=user) for user in users)
