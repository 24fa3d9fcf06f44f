"""The run that makes the digests of a day.

People are worked through in batches by their number, so that memory does not grow with their count. For each batch
what there is for them is read first; then one short transaction keeps the issues, what was in them and the mails.
An issue is unique for a person and a period: of runs at the same time one gets it, and a run that was cut short goes
on where nobody was yet.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django_tasks import task

from delivery.digest.choosing import as_kept, choose, offered
from delivery.digest.periods import is_due, news_since, period_of
from delivery.digest.sources import DigestItem
from delivery.interests import Interests, interests_of_all
from delivery.models import DigestedItem, DigestIssue, DigestRhythm, MailKind, OutgoingMail
from delivery.preferences import preferences_of_all
from delivery.recipients import who_can_be_told

#: People in one batch.
BATCH = 100


@dataclass(frozen=True, slots=True)
class _Due:
    """Somebody whose digest is due."""

    user: Any
    rhythm: DigestRhythm
    language: str
    since: datetime
    interests: Interests


@task(queue_name="digest")
def make_digests(day: str) -> dict[str, int]:
    """Make the digests that are due on this day (ISO); how many people were looked at and how many get a mail."""
    at = date.fromisoformat(day)
    looked_at = mails = 0
    for user_ids in _batches_of_people():
        batch_looked_at, batch_mails = make_batch(user_ids, at)
        looked_at += batch_looked_at
        mails += batch_mails
    return {"people": looked_at, "mails": mails}


def enqueue_digests_of_today() -> None:
    """The job of the schedule, each morning."""
    make_digests.enqueue(timezone.localdate().isoformat())


def _batches_of_people() -> Iterator[list[int]]:
    """All accounts, in the order of their numbers. No cursor stays open: between batches there is writing."""
    people = get_user_model()._default_manager.filter(is_active=True).order_by("pk")
    last = 0
    while batch := list(people.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        yield batch
        last = batch[-1]


def make_batch(user_ids: list[int], day: date) -> tuple[int, int]:
    """The digests of these people; how many were due and how many have news. Ten queries and those of the sources."""
    due = _due(user_ids, day)
    had = _items_had([person.user.pk for person in due])
    chosen = [
        (person, choose(offered(person.user, person.since), person.interests, had.get(person.user.pk, ())))
        for person in due
    ]
    if chosen:
        _keep(chosen, day)
    return len(due), sum(1 for _person, items in chosen if items)


def _due(user_ids: list[int], day: date) -> list[_Due]:
    now = timezone.now()
    preferences = preferences_of_all(user_ids)
    wanting = [user_id for user_id in user_ids if preferences[user_id].digest != DigestRhythm.NONE]
    issues = DigestIssue.objects.filter(user_id__in=wanting).order_by().values_list("user_id")
    last: dict[int, datetime] = dict(issues.annotate(Max("created_at")))
    users = who_can_be_told(wanting)
    interests = interests_of_all(users.keys())
    due = []
    for user_id, user in users.items():
        rhythm = DigestRhythm(preferences[user_id].digest)
        if is_due(rhythm, day, user.date_joined, last.get(user_id)):
            since = news_since(rhythm, now, last.get(user_id))
            due.append(_Due(user, rhythm, preferences[user_id].language, since, interests[user_id]))
    return due


def _items_had(user_ids: list[int]) -> dict[int, set[str]]:
    had: dict[int, set[str]] = {}
    for user_id, key in DigestedItem.objects.filter(user_id__in=user_ids).values_list("user_id", "key"):
        had.setdefault(user_id, set()).add(key)
    return had


def _keep(chosen: list[tuple[_Due, list[DigestItem]]], day: date) -> None:
    """Keep what was chosen, for those whom no other run had in the meantime."""
    me = secrets.token_hex(16)
    issues = [
        DigestIssue(
            user_id=person.user.pk,
            period=period_of(person.rhythm, day),
            since=person.since,
            items=[as_kept(item, person.language) for item in items],
            made_by=me,
        )
        for person, items in chosen
    ]
    with transaction.atomic():
        DigestIssue.objects.bulk_create(issues, ignore_conflicts=True)
        periods = {issue.period for issue in issues}
        mine = [issue for issue in DigestIssue.objects.filter(made_by=me, period__in=periods) if issue.items]
        DigestedItem.objects.bulk_create(
            [DigestedItem(user_id=issue.user_id, key=item["key"]) for issue in mine for item in issue.items],
            ignore_conflicts=True,
        )
        OutgoingMail.objects.bulk_create(
            [
                OutgoingMail(
                    key=f"digest:{issue.period}:{issue.user_id}",
                    kind=MailKind.DIGEST,
                    user_id=issue.user_id,
                    digest=issue,
                )
                for issue in mine
            ],
            ignore_conflicts=True,
        )
