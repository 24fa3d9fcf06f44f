"""Finding for each followed search what is new in it: one question to the engine for all who follow the same.

A page is news for somebody once: a row for person and page is unique, so runs at the same time and several alerts of
one person keep one row. Nothing is remembered of how far a run came. Each run looks at the news of two weeks, so that
what an engine that was away or lagged did not find is found by the next one.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django_tasks import task

from keeping.alerts.news import new_pages
from keeping.alerts.searches import request_of
from keeping.models import Alert, AlertedPage
from search.engines.base import EngineUnavailable
from search.query.parse import InvalidSearch
from search.service import matching

logger = logging.getLogger(__name__)

#: Local time, before the digests are made.
DAILY_AT = time(6, 0)
#: Searches, and rows, that are in memory at a time.
BATCH = 500


@dataclass(slots=True)
class Outcome:
    """What a run did; ``is_complete`` is False when the engine was away and the rest waits for the next run."""

    searches: int = 0
    found: int = 0
    is_complete: bool = True


@task(queue_name="digest")
def find_what_is_new() -> dict[str, int]:
    """Keep for everybody what is new in what they follow; how many searches were run and rows were made."""
    outcome = run()
    return {"searches": outcome.searches, "found": outcome.found}


def enqueue() -> None:
    """The job of the schedule, each morning before the digests."""
    find_what_is_new.enqueue()


def run(now: datetime | None = None) -> Outcome:
    """The same, at once."""
    outcome = Outcome()
    since = {page.page_id: page.since for page in new_pages(now)}
    if not since:
        return outcome
    for query in _distinct_queries():
        try:
            found = matching(request_of(query), list(since))
        except InvalidSearch as problem:
            logger.info("A followed search is not understood any more: %s (%s)", query, problem)
            continue
        except EngineUnavailable as problem:
            logger.warning("Followed searches wait for the next run: %s", problem)
            outcome.is_complete = False
            return outcome
        outcome.searches += 1
        if found:
            outcome.found += _keep(query, {page_id: since[page_id] for page_id in found})
            _let_the_digest_tell(query, found)
    return outcome


def _distinct_queries() -> Iterator[str]:
    """Each followed search once. No cursor stays open: between batches there is writing."""
    queries = Alert.objects.filter(user__is_active=True).order_by("query").values_list("query", flat=True).distinct()
    last = ""
    while batch := list(queries.filter(query__gt=last)[:BATCH]):
        yield from batch
        last = batch[-1]


def _keep(query: str, since: Mapping[int, datetime]) -> int:
    """A row for everyone who follows this search, for each page that is newer than their following it."""
    made = 0
    now = timezone.now()
    alerts = Alert.objects.filter(query=query, user__is_active=True).order_by("pk").only("pk", "user_id", "created_at")
    last = 0
    # However much is found for however many, so many rows are in memory at a time.
    at_a_time = max(1, BATCH // len(since))
    while batch := list(alerts.filter(pk__gt=last)[:at_a_time]):
        last = batch[-1].pk
        rows = [
            AlertedPage(user_id=alert.user_id, page_id=page_id, alert=alert, found_at=now)
            for alert in batch
            for page_id, moment in since.items()
            if moment >= alert.created_at
        ]
        made += _insert(rows)
    return made


def _let_the_digest_tell(query: str, page_ids: Collection[int]) -> None:
    """What an alert for the feed alone found first, this one may still bring into the digest; one query."""
    telling = Alert.objects.filter(query=query, in_digest=True)
    quiet = AlertedPage.objects.filter(
        page_id__in=page_ids, alert__in_digest=False, user_id__in=telling.values("user_id")
    )
    quiet.update(alert=Subquery(telling.filter(user_id=OuterRef("user_id")).values("pk")[:1]))


def _insert(rows: list[AlertedPage]) -> int:
    """Keeps those that are not there yet. Of what another run inserts meanwhile one row is kept."""
    users, pages = {row.user_id for row in rows}, {row.page_id for row in rows}
    there = set(AlertedPage.objects.filter(user_id__in=users, page_id__in=pages).values_list("user_id", "page_id"))
    fresh = [row for row in rows if (row.user_id, row.page_id) not in there]
    AlertedPage.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)
