"""``manage.py work_tasks``: runs background tasks and the schedule until it is told to stop."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks_db.backend import DatabaseBackend

from tasks import heartbeat
from tasks.worker import TaskWorker


class Command(BaseCommand):
    """Several may run side by side, on several machines."""

    help = "Run background tasks and the schedule until SIGTERM or Ctrl-C; what was begun is finished first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--queue", action="append", help="a queue to work on; may be repeated, all of them by default"
        )
        parser.add_argument(
            "--lost-after",
            type=float,
            default=heartbeat.LOST_AFTER.total_seconds(),
            metavar="SECONDS",
            help="after so long without a sign of life a worker's tasks go to another (default: %(default)g)",
        )

    def handle(self, *, queue: list[str] | None, lost_after: float, **options: Any) -> None:
        """Raises CommandError when it ends for another reason than being told to."""
        backend = task_backends[DEFAULT_TASK_BACKEND_ALIAS]
        if not isinstance(backend, DatabaseBackend):
            raise CommandError("TASKS does not keep tasks in the database, so there is nothing to work on")
        queues = sorted(backend.queues)
        if unknown := set(queue or ()) - set(queues):
            raise CommandError(f"There is no queue {', '.join(sorted(unknown))}; there are {', '.join(queues)}")
        stop = threading.Event()
        for told in (signal.SIGTERM, signal.SIGINT):
            signal.signal(told, lambda *_: stop.set())
        if not TaskWorker(queue or queues, stop, timedelta(seconds=lost_after)).run():
            raise CommandError("The worker ended because of the error above")
