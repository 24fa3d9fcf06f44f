"""After an update: an index whose documents are other ones now is made anew, without anybody asking for it."""

from __future__ import annotations

import logging
import threading

from django.db import connections

from search.engines import current_engine
from search.engines.base import SearchEngine
from search.indexing.fingerprints import compare
from search.indexing.provenance import Provenance, is_current, provenance
from search.indexing.rebuild import make_anew
from search.indexing.single_writer import single_rebuilder
from search.models import IndexOutboxEntry

logger = logging.getLogger(__name__)

#: Waiting time after trouble, such as an engine that is away or another process at it; doubling between these.
SHORTEST_TROUBLE = 15.0
LONGEST_TROUBLE = 3600.0


class Stopped(Exception):
    """The worker was told to stop."""


def renew(engine: SearchEngine | None = None, stop: threading.Event | None = None) -> bool:
    """Make the index anew beside the one in use where that is another one by now; whether it was.

    An index with the same fields is compared with the pages first: most updates change no document. Raises
    :class:`~search.engines.base.EngineUnavailable`,
    :class:`~search.indexing.single_writer.AnotherWriterError`, and :class:`Stopped` halfway when ``stop`` is set.
    """
    engine = engine or current_engine()
    if is_current(engine):
        return False
    with single_rebuilder():
        kept, now = Provenance.read(engine.provenance() or ""), provenance(engine)
        # Another machine's worker may have been first.
        if kept == now:
            return False
        if kept.shape == now.shape and not _differs(engine):
            engine.keep_provenance(str(now))
            return False
        logger.info("This version makes other documents than the search index has: making it anew beside that.")
        total, _ = make_anew(engine, lambda _: _go_on_unless(stop))
        logger.info("The new search index is in use, with %d pages.", total)
        return True


def renew_in_background(stop: threading.Event) -> threading.Thread:
    """Renew in a thread of its own until it is done, so that what changes meanwhile is indexed as always."""
    thread = threading.Thread(target=_renew_until_done, args=(stop,), name="index-renewal", daemon=True)
    thread.start()
    return thread


def _renew_until_done(stop: threading.Event) -> None:
    trouble = SHORTEST_TROUBLE
    while not stop.is_set():
        try:
            renew(stop=stop)
            return
        except Stopped:
            return
        except Exception as problem:
            reason = str(problem) or type(problem).__name__
            logger.warning("Looking after the search index waits %.0f s: %s", trouble, reason)
            stop.wait(trouble)
            trouble = min(trouble * 2, LONGEST_TROUBLE)
        finally:
            connections.close_all()


def _differs(engine: SearchEngine) -> bool:
    """Whether documents became other ones; what waits in the outbox will be put right anyway."""
    waiting = IndexOutboxEntry.objects.waiting().values_list("page_id", flat=True)
    return bool(set(compare(engine).page_ids).difference(waiting))


def _go_on_unless(stop: threading.Event | None) -> None:
    if stop and stop.is_set():
        raise Stopped
