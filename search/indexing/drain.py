"""Bringing the index up to date with what the outbox says."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from search import registry
from search.documents import SearchDocument
from search.engines import current_engine
from search.engines.base import SearchEngine
from search.indexing.single_writer import single_writer
from search.models import IndexOutboxEntry
from search.models.outbox import OutboxQuerySet
from search.signals import index_caught_up

logger = logging.getLogger(__name__)

BATCH = 200
#: Waiting time after the first failure of an entry; it doubles with each further one.
FIRST_RETRY = timedelta(seconds=5)
LONGEST_RETRY = timedelta(hours=1)
_LONGEST_ERROR = 2_000


@dataclass(frozen=True, slots=True)
class Drained:
    """What one batch did."""

    #: Entries that were looked at; 0 means that nothing was due.
    entries: int = 0
    #: Pages whose place in the index is right again.
    applied: int = 0
    #: Pages that are put off.
    failed: int = 0


def drain(batch: int = BATCH, engine: SearchEngine | None = None, wait_seconds: float = 0.0) -> Drained:
    """Apply the oldest entries that are due, the pages of each once.

    A page that cannot be described or taken in is put off with growing intervals; the others go on. Raises
    :class:`~search.engines.base.EngineUnavailable`, with all entries still waiting, when the engine is away,
    and :class:`~search.indexing.single_writer.AnotherWriterError` when another process is at it.
    """
    with single_writer(wait_seconds):
        due = list(IndexOutboxEntry.objects.due(timezone.now()).values_list("page_id", flat=True)[:batch])
        if not due:
            return Drained()
        page_ids = list(dict.fromkeys(due))
        # Of these pages everything that waits by now is done with, also what was put off before.
        entry_ids = list(IndexOutboxEntry.objects.waiting().filter(page_id__in=page_ids).values_list("pk", flat=True))
        failures = _bring_up_to_date(engine or current_engine(), page_ids)
        applied = tuple(page_id for page_id in page_ids if page_id not in failures)
        now = timezone.now()
        entries = IndexOutboxEntry.objects.filter(pk__in=entry_ids)
        entries.filter(page_id__in=applied).update(applied_at=now, retry_at=None, last_error="")
        for page_id, problem in failures.items():
            _put_off(entries.filter(page_id=page_id), problem, now)
    if applied:
        index_caught_up.send(sender=drain, page_ids=applied)
    return Drained(len(due), len(applied), len(failures))


def _bring_up_to_date(engine: SearchEngine, page_ids: Sequence[int]) -> dict[int, Exception]:
    """Write these pages to the index as they are now; the pages that failed, with their reasons."""
    failures: dict[int, Exception] = {}
    described = {document.page_id: document for document in registry.documents(page_ids, failures.__setitem__)}
    failures |= _apply(engine, described, [page_id for page_id in page_ids if page_id not in failures])
    return failures


def _apply(engine: SearchEngine, described: dict[int, SearchDocument], page_ids: Sequence[int]) -> dict[int, Exception]:
    """Apply all at once; when the engine refuses, halve until the page that it refuses stands alone."""
    if not page_ids:
        return {}
    upserts = [described[page_id] for page_id in page_ids if page_id in described]
    deletes = [page_id for page_id in page_ids if page_id not in described]
    try:
        engine.apply(upserts, deletes)
    except Exception as problem:
        engine.count()  # An engine that is away says so here, and no entry is to blame.
        if len(page_ids) == 1:
            return {page_ids[0]: problem}
        middle = len(page_ids) // 2
        return _apply(engine, described, page_ids[:middle]) | _apply(engine, described, page_ids[middle:])
    return {}


def _put_off(entries: OutboxQuerySet, problem: Exception, now: datetime) -> None:
    attempts = max(entries.values_list("attempts", flat=True), default=0) + 1
    wait = min(FIRST_RETRY * 2 ** min(attempts - 1, 20), LONGEST_RETRY)
    error = f"{type(problem).__name__}: {problem}"[:_LONGEST_ERROR]
    entries.update(attempts=attempts, retry_at=now + wait, last_error=error)
    logger.error("Page not indexed, next try in %s: %s", wait, error, exc_info=problem)
