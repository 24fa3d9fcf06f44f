"""Real workers in real processes: what they run, and what becomes of it when they are stopped or killed."""

from __future__ import annotations

import signal

import pytest

from tests.tasks.conftest import SmallSite

pytestmark = [pytest.mark.database, pytest.mark.slow]


def all_have(site: SmallSite, status: str) -> bool:
    return all(task["status"] == status for task in site.tasks())


def test_a_worker_runs_what_is_in_its_queues(small_site: SmallSite) -> None:
    small_site.enqueue("note", "first")
    small_site.enqueue("mail", "letter")
    small_site.start("work_tasks")
    small_site.wait_for(lambda: all_have(small_site, "SUCCESSFUL"), "success")
    assert len(small_site.runs("first")) == len(small_site.runs("letter")) == 1


def test_a_worker_leaves_other_queues_alone(small_site: SmallSite) -> None:
    small_site.enqueue("mail", "letter")
    small_site.enqueue("note", "first")
    small_site.start("work_tasks", "--queue=default")
    small_site.wait_for(lambda: bool(small_site.runs("first")), "the task of its own queue")
    assert not small_site.runs("letter")


def test_a_long_task_in_one_queue_does_not_hold_up_another(small_site: SmallSite) -> None:
    small_site.enqueue("sleep_the_first_time", "busy")
    small_site.start("work_tasks")
    small_site.wait_for(lambda: bool(small_site.runs("busy")), "the long task")
    small_site.enqueue("mail", "letter")
    small_site.wait_for(lambda: bool(small_site.runs("letter")), "the letter")


def test_a_task_of_a_killed_worker_is_run_again_by_another(small_site: SmallSite) -> None:
    small_site.enqueue("sleep_the_first_time", "interrupted")
    first = small_site.start("work_tasks", "--lost-after=2")
    small_site.wait_for(lambda: bool(small_site.runs("interrupted")), "the first attempt")
    first.send_signal(signal.SIGKILL)
    first.wait()
    small_site.start("work_tasks", "--lost-after=2")
    small_site.wait_for(
        lambda: any("WorkerLostError" in task["exception"] for task in small_site.tasks()), "taking back"
    )
    small_site.ask(
        "from django.utils import timezone; from django_tasks_db.models import DBTaskResult as R;"
        "R.objects.update(run_after=timezone.now())"
    )
    small_site.wait_for(lambda: all_have(small_site, "SUCCESSFUL"), "the second attempt")
    assert [task["attempts"] for task in small_site.tasks()] == [2]
    assert len(set(small_site.runs("interrupted"))) == 2


def test_a_worker_that_lives_keeps_its_long_task(small_site: SmallSite) -> None:
    small_site.enqueue("sleep_the_first_time", "long")
    small_site.start("work_tasks", "--lost-after=1")
    small_site.wait_for(lambda: bool(small_site.runs("long")), "the long task")
    small_site.start("work_tasks", "--lost-after=1", jobs="job")
    small_site.wait_for(lambda: len(small_site.runs("job")) >= 4, "some rounds of the other worker")
    assert [(task["status"], task["attempts"]) for task in small_site.tasks()] == [("RUNNING", 1)]


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_told_to_stop_finishes_what_it_began(small_site: SmallSite, told: int) -> None:
    small_site.enqueue("half_a_second", "short")
    worker = small_site.start("work_tasks")
    small_site.wait_for(lambda: bool(small_site.runs("short-begun")), "the beginning")
    worker.send_signal(told)
    assert worker.wait(timeout=20) == 0
    assert small_site.runs("short-done")
    assert all_have(small_site, "SUCCESSFUL")


def test_parallel_workers_run_every_task_once(small_site: SmallSite) -> None:
    small_site.ask("from tests.tasks import work\nfor number in range(40): work.note.enqueue(f'task-{number}')")
    for _ in range(3):
        small_site.start("work_tasks")
    small_site.wait_for(lambda: all_have(small_site, "SUCCESSFUL"), "success of all")
    assert [len(small_site.runs(f"task-{number}")) for number in range(40)] == [1] * 40
