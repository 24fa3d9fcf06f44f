"""What each process of the race does: see the same state as the others, then ask for the job."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from tasks import heartbeat, scheduler
from tasks.models import ScheduledJob
from tasks.schedule import Job
from tests.tasks import work

RUNNERS = 4


def _wait_for_the_others() -> None:
    folder = Path(os.environ["TRACES"])
    (folder / f"ready-{os.getpid()}").touch()
    while len(list(folder.glob("ready-*"))) < RUNNERS:
        time.sleep(0.01)


def run(*, compare: bool) -> None:
    """Run the job if this process gets it; without ``compare`` every process that saw it due takes it."""
    job = Job("job", work.job, seconds=3600)
    read_states, claim = scheduler._states, scheduler._claim

    def read_together(jobs: list[Job]) -> dict[str, ScheduledJob]:
        states = read_states(jobs)
        _wait_for_the_others()
        return states

    def take(job: Job, state: ScheduledJob, worker_id: str, lost_after: timedelta) -> bool:
        if compare:
            return claim(job, state, worker_id, lost_after)
        return bool(ScheduledJob.objects.filter(pk=job.name).update(started_at=timezone.now()))

    scheduler._states, scheduler._claim = read_together, take
    scheduler.run_due(heartbeat.new_worker_id(), [job])
