"""The worker: in one process a thread for each queue, one for the schedule, one that shows it is alive.

So a long mailing holds up neither the other queues nor the schedule.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, close_old_connections, connections
from django_tasks import TaskContext
from django_tasks_db.models import DBTaskResult

from tasks import heartbeat, results
from tasks.scheduler import run_due

logger = logging.getLogger(__name__)

#: Seconds between two looks at an empty queue, and at the schedule.
POLL_SECONDS = 1.0
#: Seconds of waiting when the database does not answer, doubling between these.
SHORTEST_TROUBLE = 1.0
LONGEST_TROUBLE = 30.0


class TaskWorker:
    """Runs tasks and jobs until ``stop`` is set; then what is under way is finished first."""

    def __init__(
        self, queues: Sequence[str], stop: threading.Event, lost_after: timedelta = heartbeat.LOST_AFTER
    ) -> None:
        self.id = heartbeat.new_worker_id()
        self._stop = stop
        self._lost_after = lost_after
        self._broken = False
        work: list[tuple[str, Callable[[], bool]]] = [("schedule", self._run_schedule)]
        work += [(f"queue {queue}", self._queue_loop(queue)) for queue in queues]
        self._working = [
            threading.Thread(target=self._loop, args=(once, POLL_SECONDS, stop), name=name) for name, once in work
        ]
        # It goes on while the last tasks are finished: a worker that stops is not lost.
        self._nothing_left = threading.Event()
        seconds = min(heartbeat.BEAT_SECONDS, lost_after.total_seconds() / 4)
        self._beating = threading.Thread(
            target=self._loop, args=(self._look_after_workers, seconds, self._nothing_left), name="heartbeat"
        )

    def run(self) -> bool:
        """Work until told to stop; False when it ended because of an error of its own."""
        logger.info("Worker %s runs %s", self.id, ", ".join(thread.name for thread in self._working))
        for thread in [self._beating, *self._working]:
            thread.start()
        for thread in self._working:
            thread.join()
        self._nothing_left.set()
        self._beating.join()
        try:
            heartbeat.sign_off(self.id)
        except DatabaseError as problem:
            logger.warning("Worker %s ends without signing off: %s", self.id, problem)
        return not self._broken

    def _loop(self, once: Callable[[], bool], idle: float, until: threading.Event) -> None:
        """Repeat ``once``, which says whether there may be more to do at once."""
        trouble = SHORTEST_TROUBLE
        try:
            while not until.is_set():
                close_old_connections()
                try:
                    more = once()
                except DatabaseError as problem:
                    logger.warning("Worker %s waits %.0f s: %s", self.id, trouble, problem)
                    until.wait(trouble)
                    trouble = min(trouble * 2, LONGEST_TROUBLE)
                else:
                    trouble = SHORTEST_TROUBLE
                    if not more:
                        until.wait(idle)
        except BaseException:
            logger.exception("Worker %s ends", self.id)
            self._broken = True
            self._stop.set()
        finally:
            connections.close_all()

    def _look_after_workers(self) -> bool:
        heartbeat.beat(self.id)
        results.reclaim_lost(self._lost_after)
        return False

    def _run_schedule(self) -> bool:
        run_due(self.id, lost_after=self._lost_after)
        return False

    def _queue_loop(self, queue: str) -> Callable[[], bool]:
        def once() -> bool:
            result = results.claim(queue, self.id)
            if result is None:
                return False
            self._run_task(result)
            return True

        return once

    def _run_task(self, result: DBTaskResult) -> None:
        try:
            value = call(result)
        except (Exception, SystemExit) as failure:
            problem = failure
            self._keep(lambda: results.fail(result, problem))
        else:
            self._keep(lambda: results.succeed(result, value))

    def _keep(self, note: Callable[[], None]) -> None:
        """Note an outcome, however long the database needs; a worker that is stopped leaves it to another."""
        while True:
            try:
                note()
            except DatabaseError as problem:
                logger.warning("Worker %s cannot note an outcome yet: %s", self.id, problem)
                close_old_connections()
                if self._stop.wait(SHORTEST_TROUBLE):
                    return
            else:
                return


def call(result: DBTaskResult) -> Any:
    """Run the task's own function."""
    task, of = result.task, result.task_result
    context = (TaskContext(task_result=of),) if task.takes_context else ()
    return task.call(*context, *of.args, **of.kwargs)
