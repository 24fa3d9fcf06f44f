"""Polls: choosing, how it stands, and the result once the time is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q, Subquery
from django.utils import timezone

from accounts.models import User
from leerlabs.models import Poll, PollOption, PollVote, Post, ResultShown, Thread
from leerlabs.threads import announcing


class PollIsClosed(Exception):
    """The time was over before this choice came in."""


@dataclass(frozen=True, slots=True)
class OptionShown:
    """An option; ``votes`` and ``share`` (percent) only where the reader may know them."""

    pk: int
    text: str
    chosen: bool
    votes: int | None
    share: int | None


@dataclass(frozen=True, slots=True)
class PollShown:
    """A poll as one reader sees it."""

    poll: Poll
    options: tuple[OptionShown, ...]
    voters: int
    has_voted: bool
    result_is_shown: bool


def open_poll(thread: Thread, texts: Iterable[str], *, several: bool, closes_at: datetime, result_shown: str) -> Poll:
    """Give a thread its poll."""
    poll = Poll.objects.create(thread=thread, several=several, closes_at=closes_at, result_shown=result_shown)
    PollOption.objects.bulk_create(
        PollOption(poll=poll, position=position, text=text) for position, text in enumerate(texts)
    )
    return poll


def vote(poll: Poll, user: User, option_ids: Iterable[int]) -> None:
    """Replace what this person chose. Raises PollIsClosed; ValueError for no option or too many."""
    with transaction.atomic():
        held = Poll.objects.select_for_update().get(pk=poll.pk)
        if held.is_closed:
            raise PollIsClosed
        wanted = set(option_ids)
        chosen = list(PollOption.objects.filter(poll=held, pk__in=wanted))
        if not chosen or len(chosen) != len(wanted) or (len(chosen) > 1 and not held.several):
            raise ValueError(f"{len(wanted)} options of poll {held.pk}")
        PollVote.objects.filter(option__poll=held, user=user).exclude(option__in=chosen).delete()
        PollVote.objects.bulk_create([PollVote(option=option, user=user) for option in chosen], ignore_conflicts=True)


def shown_to(poll: Poll, user_id: int | None) -> PollShown:
    """The poll with what this reader may know of it; one query."""
    mine = Count("votes", filter=Q(votes__user_id=user_id)) if user_id else Count("votes", filter=Q(pk__in=[]))
    everyone = PollVote.objects.filter(option__poll=poll).order_by().values("option__poll")
    voters_now = Subquery(everyone.annotate(voters=Count("user_id", distinct=True)).values("voters"))
    options_now = PollOption.objects.filter(poll=poll).annotate(now=Count("votes"), mine=mine, voters=voters_now)
    rows = list(options_now.order_by("position"))
    has_voted = any(row.mine for row in rows)
    known = poll.is_closed or (has_voted and poll.result_shown == ResultShown.AFTER_VOTING)
    voters = poll.voters if poll.closed_at else (rows[0].voters or 0 if known and rows else 0)
    options = []
    for row in rows:
        votes = row.final_votes if poll.closed_at else row.now
        share = round(100 * votes / voters) if voters else 0
        options.append(
            OptionShown(row.pk, row.text, bool(row.mine), votes if known else None, share if known else None)
        )
    return PollShown(poll, tuple(options), voters, has_voted, known)


def close_due(now: datetime | None = None) -> int:
    """The job: publish the result of every poll whose time is over; how many. Running it twice changes nothing."""
    moment = now or timezone.now()
    due = Poll.objects.filter(closed_at=None, closes_at__lte=moment).values_list("pk", flat=True)
    return sum(_close(pk, moment) for pk in list(due))


def close_now(poll: Poll) -> None:
    """End a poll before its time."""
    now = timezone.now()
    Poll.objects.filter(pk=poll.pk, closes_at__gt=now).update(closes_at=now)
    _close(poll.pk, now)


def _close(pk: int, now: datetime) -> bool:
    with transaction.atomic():
        poll = Poll.objects.select_for_update().get(pk=pk)
        if poll.closed_at is not None:
            return False
        options = list(PollOption.objects.filter(poll=poll).annotate(now=Count("votes")))
        for option in options:
            option.final_votes = option.now
        PollOption.objects.bulk_update(options, ["final_votes"])
        poll.voters, poll.closed_at = _voters(poll), now
        poll.save(update_fields=["voters", "closed_at"])
        first = Post.objects.select_related("thread").filter(thread_id=poll.thread_id, number=1, hidden_at=None).first()
        if first is not None:
            announcing.poll_closed(first)
        return True


def _voters(poll: Poll) -> int:
    return PollVote.objects.filter(option__poll=poll).values("user_id").distinct().count()
