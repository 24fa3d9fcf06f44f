"""What becomes of a task: claimed, done, tried again later, given up; each step by compare-and-set.

A claim stamps ``started_at``. Every later step asks for that stamp, so that a worker which was taken for dead
and comes back cannot overwrite what another has made of its task since.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from traceback import format_exception
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.utils import normalize_json
from django_tasks_db.models import DBTaskResult

from tasks import heartbeat

logger = logging.getLogger(__name__)

#: How often a task is started before it is given up.
MAX_ATTEMPTS = 5
#: Waiting time before the second attempt; four times as long before each one after, up to the longest.
FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(hours=1)
#: How long finished tasks can be looked up.
KEPT_FOR = timedelta(days=30)


class WorkerLostError(Exception):
    """The worker ended in the middle of the task."""


def wait_before_next(attempts: int) -> timedelta:
    """How long to wait after so many attempts."""
    return min(FIRST_WAIT * 4 ** (attempts - 1), LONGEST_WAIT)


def claim(queue: str, worker_id: str) -> DBTaskResult | None:
    """The most urgent task of the queue, from now on this worker's; None when nothing waits."""
    ready = DBTaskResult.objects.ready().filter(queue_name=queue)
    # A plain read first: an idle worker takes no lock.
    if not ready.exists():
        return None
    with transaction.atomic():
        result = ready.get_locked()
        if result is not None:
            result.claim(worker_id)
    return result


def succeed(result: DBTaskResult, value: Any) -> None:
    """Note that the task is done. A value that JSON cannot hold fails the task, without another attempt."""
    try:
        value = normalize_json(value)
    except (TypeError, ValueError) as problem:
        fail(result, problem, again=False)
        return
    _settle(
        result,
        status=TaskResultStatus.SUCCESSFUL,
        return_value=value,
        finished_at=timezone.now(),
        exception_class_path="",
        traceback="",
    )


def fail(result: DBTaskResult, problem: BaseException, *, again: bool = True) -> None:
    """Note what went wrong, and let the task wait for its next attempt or give it up.

    A task about something that was removed meanwhile is given up at once: it stays gone.
    """
    attempts = len(result.worker_ids)
    wrong = {
        "exception_class_path": f"{type(problem).__module__}.{type(problem).__qualname__}",
        "traceback": "".join(format_exception(problem)),
    }
    gone = isinstance(problem, ObjectDoesNotExist)
    if again and not gone and attempts < MAX_ATTEMPTS:
        wait = wait_before_next(attempts)
        logger.warning(
            "Task %s failed (attempt %s of %s), again in %.0f s: %r",
            result.task_path,
            attempts,
            MAX_ATTEMPTS,
            wait.total_seconds(),
            problem,
        )
        _settle(result, status=TaskResultStatus.READY, run_after=timezone.now() + wait, **wrong)
    else:
        if gone:
            logger.debug("Task %s given up: what it was about is gone (%s)", result.task_path, problem)
        else:
            logger.error("Task %s given up after %s attempts", result.task_path, attempts, exc_info=problem)
        _settle(result, status=TaskResultStatus.FAILED, finished_at=timezone.now(), **wrong)


def reclaim_lost(lost_after: timedelta = heartbeat.LOST_AFTER) -> int:
    """Take tasks back from workers that died; the number of them."""
    limit = timezone.now() - lost_after
    workers = heartbeat.alive(lost_after)
    lost = [
        result
        for result in DBTaskResult.objects.running().filter(started_at__lt=limit)
        if not result.worker_ids or result.worker_ids[-1] not in workers
    ]
    for result in lost:
        fail(result, WorkerLostError("the worker ended in the middle of the task"))
    return len(lost)


def forget_finished() -> None:
    """Remove what finished long ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT_FOR).delete()


def _settle(result: DBTaskResult, **fields: Any) -> None:
    mine = DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.RUNNING, started_at=result.started_at)
    if mine.update(**fields):
        for name, value in fields.items():
            setattr(result, name, value)
    else:
        logger.warning("Task %s was taken over by another worker meanwhile", result.task_path)
