"""The worker that sends mail, in a process of its own: nothing waits behind a mailing, and it behind nothing."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta

from django.db import DatabaseError, close_old_connections, connections

from delivery.sending import states
from delivery.sending.batch import BATCH, Outcome, send_batch
from tasks import heartbeat

logger = logging.getLogger(__name__)

#: Seconds between two looks at an empty queue.
POLL_SECONDS = 1.0
#: Seconds of waiting while the mail server or the database is away, doubling between these.
SHORTEST_TROUBLE = 2.0
LONGEST_TROUBLE = 900.0


class MailWorker:
    """Sends until ``stop`` is set; the mail in hand is finished first."""

    def __init__(self, stop: threading.Event, lost_after: timedelta = heartbeat.LOST_AFTER) -> None:
        self.id = heartbeat.new_worker_id()
        self._stop = stop
        self._lost_after = lost_after
        self._nothing_left = threading.Event()
        self._trouble = 0.0

    def run(self) -> None:
        """Work until told to stop."""
        beating = threading.Thread(target=self._show_life, name="heartbeat")
        beating.start()
        try:
            while not self._stop.is_set():
                close_old_connections()
                self._stop.wait(self._once())
        finally:
            self._nothing_left.set()
            beating.join()
            connections.close_all()

    def _once(self) -> float:
        """Send one batch; the seconds until the next."""
        try:
            mails = states.claim(self.id, BATCH)
            outcome = send_batch(mails, self._stop.is_set) if mails else None
        except DatabaseError as problem:
            # What is still in the hands of the one that this worker was is taken back, as from a dead one.
            self.id = heartbeat.new_worker_id()
            return self._wait_out(f"the database: {problem}")
        if outcome is None:
            return POLL_SECONDS
        if outcome.server_away:
            return self._wait_out(f"the mail server: {outcome.server_away}")
        self._trouble = 0.0
        return 0.0

    def _wait_out(self, problem: str) -> float:
        self._trouble = next_wait(self._trouble)
        logger.warning("Worker %s waits %.0f s for %s", self.id, self._trouble, problem)
        return self._trouble

    def _show_life(self) -> None:
        """Say that this worker is there, and take mails back from those that are not."""
        seconds = min(heartbeat.BEAT_SECONDS, self._lost_after.total_seconds() / 4)
        try:
            while True:
                close_old_connections()
                try:
                    heartbeat.beat(self.id)
                    states.take_back_lost(self._lost_after)
                    if self._nothing_left.is_set():
                        heartbeat.sign_off(self.id)
                except DatabaseError as problem:
                    logger.warning("Worker %s cannot show that it is there: %s", self.id, problem)
                if self._nothing_left.is_set():
                    return
                self._nothing_left.wait(seconds)
        finally:
            connections.close_all()


def next_wait(trouble: float) -> float:
    """Seconds to wait after having waited ``trouble`` seconds in vain."""
    return min(max(trouble * 2, SHORTEST_TROUBLE), LONGEST_TROUBLE)


def send_waiting(most: int | None = None) -> Outcome:
    """Send what waits, here and now: for a place without the worker, and for tests. Stops when the server is away."""
    worker_id = heartbeat.new_worker_id()
    total = Outcome()
    heartbeat.beat(worker_id)
    try:
        while most is None or total.sent + total.not_sent < most:
            mails = states.claim(worker_id, BATCH if most is None else min(BATCH, most))
            if not mails:
                break
            outcome = send_batch(mails)
            total.sent += outcome.sent
            total.not_sent += outcome.not_sent
            if outcome.server_away:
                total.server_away = outcome.server_away
                break
    finally:
        heartbeat.sign_off(worker_id)
    return total
