"""Runs the jobs that are due, each in one worker only."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from traceback import format_exc

from django.db.models import F
from django.utils import timezone

from tasks import heartbeat, schedule
from tasks.models import ScheduledJob
from tasks.schedule import Job

logger = logging.getLogger(__name__)

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def run_due(
    worker_id: str,
    jobs: Iterable[Job] | None = None,
    lost_after: timedelta = heartbeat.LOST_AFTER,
) -> list[str]:
    """Run what is due and nobody else runs; the names of what ran. A failing job stops no other."""
    jobs = schedule.jobs() if jobs is None else tuple(jobs)
    states = _states(jobs)
    ran = []
    for job in jobs:
        if _claim(job, states[job.name], worker_id, lost_after):
            _run(job, worker_id)
            ran.append(job.name)
    return ran


def _states(jobs: Iterable[Job]) -> dict[str, ScheduledJob]:
    names = [job.name for job in jobs]
    states = ScheduledJob.objects.in_bulk(names)
    missing = [job for job in jobs if job.name not in states]
    if missing:
        ScheduledJob.objects.bulk_create([_first_state(job) for job in missing], ignore_conflicts=True)
        states = ScheduledJob.objects.in_bulk(names)
    return states


def _first_state(job: Job) -> ScheduledJob:
    started = _LONG_AGO if job.seconds is not None else timezone.now()
    return ScheduledJob(name=job.name, started_at=started, finished_at=started, worker_id="")


def _claim(job: Job, state: ScheduledJob, worker_id: str, lost_after: timedelta) -> bool:
    """Whether this worker is the one that runs the job now."""
    now = timezone.now()
    if job.due_at(state.started_at) > now:
        return False
    if state.finished_at is None and state.worker_id in heartbeat.alive(lost_after) - {worker_id}:
        return False
    unchanged = ScheduledJob.objects.filter(pk=job.name, started_at=state.started_at)
    return bool(unchanged.update(started_at=now, finished_at=None, worker_id=worker_id))


def _run(job: Job, worker_id: str) -> None:
    mine = ScheduledJob.objects.filter(pk=job.name, worker_id=worker_id)
    try:
        job.run()
    except Exception:
        logger.exception("The job %s failed", job.name)
        mine.update(finished_at=timezone.now(), failures=F("failures") + 1, last_error=format_exc())
    else:
        mine.update(finished_at=timezone.now(), failures=0, last_error="")
