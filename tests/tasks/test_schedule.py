"""When a job is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone

from tasks import schedule
from tasks.models import ScheduledJob
from tasks.schedule import Job
from tasks.scheduler import run_due

HALF_PAST_THREE = time(3, 30)


@pytest.fixture(autouse=True)
def empty_schedule(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(schedule, "_jobs", {})
    yield


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_an_interval_counts_from_the_last_start() -> None:
    job = Job("job", print, seconds=90)
    assert job.due_at(utc("2026-01-01T12:00")) == utc("2026-01-01T12:01:30")


@pytest.mark.parametrize(
    ("started", "due"),
    [
        ("2026-01-10T01:00", "2026-01-10T02:30"),  # 02:00 in Amsterdam: today still
        ("2026-01-10T02:30", "2026-01-11T02:30"),  # at the very moment: tomorrow
        ("2026-01-10T23:30", "2026-01-11T02:30"),  # after midnight in Amsterdam, the day before in UTC
        ("2026-03-28T12:00", "2026-03-29T01:30"),  # the night in which summer time begins
        ("2026-10-24T12:00", "2026-10-25T02:30"),  # and the one in which it ends
    ],
)
def test_a_daily_job_is_due_at_its_local_time(started: str, due: str) -> None:
    assert Job("job", print, daily_at=HALF_PAST_THREE).due_at(utc(started)) == utc(due)


@pytest.mark.parametrize("when", [{}, {"seconds": 1.0, "daily_at": HALF_PAST_THREE}])
def test_a_job_has_an_interval_or_a_time_of_day(when: dict) -> None:
    with pytest.raises(ValueError, match="either seconds or daily_at"):
        schedule.every("job", **when)


def test_a_name_is_taken_once() -> None:
    schedule.every("job", seconds=1)(print)
    with pytest.raises(ValueError, match="on the schedule already"):
        schedule.every("job", seconds=1)(print)


@pytest.mark.django_db
def test_a_job_with_an_interval_runs_at_first_sight_and_then_waits() -> None:
    ran: list[str] = []
    schedule.every("job", seconds=3600)(lambda: ran.append("job"))
    assert run_due("worker") == ["job"]
    assert run_due("worker") == []
    assert ran == ["job"]


@pytest.mark.django_db
def test_a_daily_job_does_not_run_at_first_sight() -> None:
    schedule.every("job", daily_at=HALF_PAST_THREE)(print)
    assert run_due("worker") == []


@pytest.mark.django_db
def test_a_daily_job_that_was_missed_runs_once() -> None:
    schedule.every("job", daily_at=HALF_PAST_THREE)(print)
    long_ago = timezone.now() - timedelta(days=3)
    ScheduledJob.objects.create(name="job", started_at=long_ago, finished_at=long_ago)
    assert run_due("worker") == ["job"]
    assert run_due("worker") == []
