"""A fresh index beside the one in use, without losing what changes meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

from search.engines import current_engine
from search.engines.base import SearchEngine
from search.indexing.fingerprints import all_documents
from search.indexing.outbox import record_changes
from search.indexing.provenance import provenance
from search.indexing.single_writer import single_rebuilder, single_writer
from search.models import IndexOutboxEntry
from search.signals import index_caught_up

logger = logging.getLogger(__name__)

#: How far the clocks of the machines that write the outbox may differ; applying an entry again harms nothing.
CLOCK_MARGIN = timedelta(minutes=5)
#: Longest wait for the worker to end its batch before the swap.
WAIT_FOR_WRITER_SECONDS = 120.0


def rebuild(
    progress: Callable[[int], object] = lambda added: None, engine: SearchEngine | None = None
) -> tuple[int, int]:
    """Build the index anew from the pages and swap it in; searches and saves go on meanwhile.

    ``progress`` is called with the number of documents added after each batch. Returns how many documents the
    new index has and how many pages could not be described; those are left to the outbox. Raises
    :class:`~search.engines.base.EngineUnavailable`, with the index in use untouched, and
    :class:`~search.indexing.single_writer.AnotherWriterError` when another process is making one.
    """
    with single_rebuilder():
        return make_anew(engine or current_engine(), progress)


def make_anew(engine: SearchEngine, progress: Callable[[int], object]) -> tuple[int, int]:
    """What :func:`rebuild` does, for who holds the right to rebuild."""
    started = timezone.now()
    skipped: list[int] = []

    def skip(page_id: int, problem: Exception) -> None:
        logger.error("Page %s left out of the new index: %s", page_id, problem, exc_info=problem)
        skipped.append(page_id)

    total = 0
    with engine.build(str(provenance(engine))) as fresh:
        for added in fresh.add(all_documents(skip)):
            total += added
            progress(added)
        # The writer's lock keeps every drain out until the swap is done. The entries are set back before it:
        # when this process ends in between, they are applied once more and nothing is lost.
        with single_writer(WAIT_FOR_WRITER_SECONDS):
            _apply_again_since(started)
            record_changes(skipped)
            fresh.swap()
    index_caught_up.send(sender=rebuild, page_ids=())
    return total, len(skipped)


def _apply_again_since(started: datetime) -> int:
    """Let entries wait again that went into the index in use while the new one was read from the pages."""
    entries = IndexOutboxEntry.objects.filter(applied_at__gte=started - CLOCK_MARGIN)
    return entries.update(applied_at=None, retry_at=None)
