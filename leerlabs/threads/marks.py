"""What of a thread is one reader's: how far they read, and how much they want to hear of it."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from accounts.models import User
from delivery import reading as notifications
from delivery.models import Subscription
from leerlabs.models import Reading, Thread


def with_reader(threads: QuerySet[Thread], reader: Any) -> QuerySet[Thread]:
    """The threads with ``seen`` (a number, or None) and ``level`` (or None), in the same query."""
    if not reader.is_authenticated:
        return threads.annotate(
            seen=Value(None, output_field=IntegerField()), level=Value(None, output_field=CharField())
        )
    target = Concat(Value("thread:"), Cast(OuterRef("pk"), CharField()))
    level = Subscription.objects.filter(user_id=reader.pk, target=target).values("level")[:1]
    return threads.annotate(seen=mark_of(reader), level=Subquery(level))


def mark_of(reader: Any) -> Subquery:
    """How far a reader has come, as a column of threads."""
    return Subquery(Reading.objects.filter(user_id=reader.pk, thread_id=OuterRef("pk")).values("last_number")[:1])


def mark_read(user: User, thread_id: int, number: int, before: int | None) -> None:
    """Remember that ``user`` has seen everything up to ``number``; ``before`` is what was remembered.

    What they were told of the thread is then seen too. Nothing is asked when there is nothing new. Two windows at
    once: the higher number stays.
    """
    if before is not None and number <= before:
        return
    if before is None:
        Reading.objects.bulk_create(
            [Reading(user=user, thread_id=thread_id, last_number=number)], ignore_conflicts=True
        )
    else:
        Reading.objects.filter(user=user, thread_id=thread_id, last_number__lt=number).update(last_number=number)
    notifications.mark_read(user, f"thread:{thread_id}")
