"""The table of jobs in docs/operating.md is whole and true."""

from __future__ import annotations

import re
from pathlib import Path

from tasks import schedule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "operating.md"
INTERVALS = {60: "each minute", 3600: "each hour"}


def documented() -> dict[str, str]:
    """Name of each job, and when the page says that it runs."""
    table = PAGE.read_text().partition("## What happens by itself")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| (`[^|]+) \|", table, re.MULTILINE)
    return {name: when for when, names in rows for name in re.findall(r"`(\w+)`", names)}


def happening(job: schedule.Job) -> str:
    """When a job runs, in the words of the page."""
    if job.daily_at:
        return f"{job.daily_at.hour}:{job.daily_at.minute:02}"
    return INTERVALS[int(job.seconds or 0)]


def test_every_job_on_the_schedule_stands_there_with_its_time_and_no_other() -> None:
    assert documented() == {job.name: happening(job) for job in schedule.jobs()}
