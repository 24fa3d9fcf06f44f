"""What runs at set times. A room registers its jobs when it is ready; the workers run them, one at a time.

A job should be short, or only enqueue a task: while it runs, the other jobs of this schedule wait.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, TypeVar

from django.utils import timezone

Run = TypeVar("Run", bound=Callable[[], Any])


@dataclass(frozen=True, slots=True)
class Job:
    """A function and when to call it: every so many seconds, or daily at a local time."""

    name: str
    run: Callable[[], Any]
    seconds: float | None = None
    daily_at: time | None = None

    def due_at(self, started_at: datetime) -> datetime:
        """When it has to run next, after having started at ``started_at``. A time that passed unused, because
        the machine was off, is made up for once."""
        if self.seconds is not None:
            return started_at + timedelta(seconds=self.seconds)
        zone = timezone.get_default_timezone()
        local = started_at.astimezone(zone)
        moment = datetime.combine(local.date(), self.daily_at or time(), tzinfo=zone)
        if moment <= local:
            moment = datetime.combine(local.date() + timedelta(days=1), self.daily_at or time(), tzinfo=zone)
        return moment


_jobs: dict[str, Job] = {}


def every(name: str, *, seconds: float | None = None, daily_at: time | None = None) -> Callable[[Run], Run]:
    """Register a job: ``every("publish_scheduled", seconds=60)(publish_scheduled)``, or as a decorator.

    With ``seconds`` it first runs when a worker starts; with ``daily_at`` (local time) at the first such
    moment after it was registered. Raises ValueError for a name that is taken, or not exactly one of the two.
    """
    if (seconds is None) == (daily_at is None):
        raise ValueError(f"{name} needs either seconds or daily_at")

    def register(run: Run) -> Run:
        if name in _jobs:
            raise ValueError(f"A job called {name} is on the schedule already")
        _jobs[name] = Job(name, run, seconds, daily_at)
        return run

    return register


def jobs() -> tuple[Job, ...]:
    """All jobs, in the order in which they were registered."""
    return tuple(_jobs.values())
