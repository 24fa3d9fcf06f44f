"""Several real processes with the same schedule."""

from __future__ import annotations

import signal

import pytest

from tests.tasks.conftest import SmallSite
from tests.tasks.race import RUNNERS

pytestmark = [pytest.mark.database, pytest.mark.slow]


def race(site: SmallSite, *, compare: bool) -> int:
    """How many of the processes that see the job due at the same moment run it."""
    code = f"from tests.tasks import race; race.run(compare={compare})"
    runners = [site.start("shell", "--no-imports", "-c", code) for _ in range(RUNNERS)]
    assert [runner.wait(timeout=60) for runner in runners] == [0] * RUNNERS, site.errors()
    return len(site.runs("job"))


def test_a_job_that_many_see_due_at_once_runs_in_one_of_them(small_site: SmallSite) -> None:
    assert race(small_site, compare=True) == 1


def test_without_comparing_all_of_them_would_run_it(small_site: SmallSite) -> None:
    """The control: shows that the processes above do race."""
    assert race(small_site, compare=False) == RUNNERS


def test_a_job_of_a_killed_worker_is_run_by_another(small_site: SmallSite) -> None:
    first = small_site.start("work_tasks", "--lost-after=2", jobs="endless_job")
    small_site.wait_for(lambda: bool(small_site.runs("endless_job")), "the first run")
    first.send_signal(signal.SIGKILL)
    first.wait()
    small_site.start("work_tasks", "--lost-after=2", jobs="endless_job")
    small_site.wait_for(lambda: len(set(small_site.runs("endless_job"))) == 2, "a run by the other")


def test_a_job_of_a_living_worker_is_not_run_by_another(small_site: SmallSite) -> None:
    small_site.start("work_tasks", "--lost-after=1", jobs="endless_job")
    small_site.wait_for(lambda: bool(small_site.runs("endless_job")), "the first run")
    small_site.start("work_tasks", "--lost-after=1", jobs="endless_job,job")
    small_site.wait_for(lambda: len(small_site.runs("job")) >= 4, "some rounds of the other worker")
    assert len(small_site.runs("endless_job")) == 1


def test_a_failing_job_is_noted_and_stops_no_other(small_site: SmallSite) -> None:
    small_site.start("work_tasks", jobs="failing_job,job")
    small_site.wait_for(lambda: len(small_site.runs("failing_job")) >= 2, "a second try")
    small_site.wait_for(lambda: bool(small_site.runs("job")), "the job after it")
    assert "this job never works" in small_site.errors()
    failures = small_site.ask(
        "from tasks.models import ScheduledJob; print(ScheduledJob.objects.get(pk='failing_job').failures)"
    )
    assert failures >= 1
