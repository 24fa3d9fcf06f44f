"""Tasks and jobs that leave traces in the folder that ``TRACES`` names: one line a run, with its process."""

from __future__ import annotations

import os
import time
from pathlib import Path

from django_tasks import task


def trace(name: str) -> None:
    """Add a line; one ``write`` each, so that lines of several processes never mix."""
    with (Path(os.environ["TRACES"]) / name).open("a") as file:
        file.write(f"{os.getpid()}\n")


@task()
def note(name: str) -> str:
    """Runs at once."""
    trace(name)
    return name


@task()
def sleep_the_first_time(name: str) -> None:
    """Stays busy when it runs for the first time, until its process is killed."""
    path = Path(os.environ["TRACES"]) / name
    first = not path.exists()
    trace(name)
    if first:
        time.sleep(600)


@task()
def half_a_second(name: str) -> None:
    """Takes a moment, so that a stop may come in the middle."""
    trace(f"{name}-begun")
    time.sleep(0.5)
    trace(f"{name}-done")


@task(queue_name="mail")
def mail(name: str) -> None:
    """Works in another queue."""
    trace(name)


@task()
def fail() -> None:
    """Never works."""
    raise RuntimeError("this task never works")


@task()
def return_an_object() -> object:
    """Returns what no result can keep."""
    return object()


def job() -> None:
    """A job of the schedule."""
    trace("job")


def failing_job() -> None:
    """A job that never works."""
    trace("failing_job")
    raise RuntimeError("this job never works")


def endless_job() -> None:
    """A job that stays busy when it runs for the first time, until its process is killed."""
    sleep_the_first_time.call("endless_job")
