"""The indexing worker: one loop, with a life of its own beside mail and other tasks."""

from __future__ import annotations

import logging
import threading
import time

from django.db import DatabaseError, close_old_connections

from search.engines.base import EngineUnavailable
from search.indexing.drain import drain
from search.indexing.outbox import forget_applied
from search.indexing.renewal import renew_in_background
from search.indexing.single_writer import AnotherWriterError, single_writer
from search.log.collect import collect

logger = logging.getLogger(__name__)

#: Seconds between two looks at the outbox: short right after work, then growing.
SHORTEST_IDLE = 0.2
LONGEST_IDLE = 1.0
#: Waiting time after trouble with the engine or the database, doubling between these.
SHORTEST_TROUBLE = 1.0
LONGEST_TROUBLE = 15.0
#: Seconds between two rounds of counting searches and clearing up.
CHORES_EVERY = 60.0
#: Longest wait for a rebuild that is halfway when the worker is told to stop; one that is killed harms nothing.
WAIT_FOR_RENEWAL = 5.0


def work(stop: threading.Event) -> None:
    """Drain the outbox until ``stop`` is set; trouble is waited out, whatever it is.

    An index that an update made outdated is made anew meanwhile.
    """
    renewal = renew_in_background(stop)
    idle, trouble, chores_due = SHORTEST_IDLE, SHORTEST_TROUBLE, 0.0
    while not stop.is_set():
        close_old_connections()
        try:
            drained = drain()
            if time.monotonic() >= chores_due:
                with single_writer():
                    collect()
                    forget_applied()
                chores_due = time.monotonic() + CHORES_EVERY
        except AnotherWriterError:
            stop.wait(LONGEST_IDLE)
        except Exception as problem:
            expected = isinstance(problem, EngineUnavailable | DatabaseError | OSError)
            logger.warning("Indexing waits %.0f s: %s", trouble, problem, exc_info=None if expected else problem)
            stop.wait(trouble)
            trouble = min(trouble * 2, LONGEST_TROUBLE)
        else:
            trouble = SHORTEST_TROUBLE
            if drained.entries:
                idle = SHORTEST_IDLE
            else:
                stop.wait(idle)
                idle = min(idle * 1.5, LONGEST_IDLE)
    renewal.join(WAIT_FOR_RENEWAL)
