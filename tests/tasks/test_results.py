"""What becomes of a task that was claimed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tasks import heartbeat, results
from tests.tasks import work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tasks_in_the_database(settings) -> None:
    backend = "django_tasks_db.DatabaseBackend"
    settings.TASKS = {"default": {"BACKEND": backend, "QUEUES": ["default", "mail"]}}


def claimed(attempt: int = 1) -> DBTaskResult:
    """A task in the hands of a worker, for so many times now."""
    work.note.enqueue("anything")
    DBTaskResult.objects.update(worker_ids=["earlier"] * (attempt - 1))
    result = results.claim("default", "worker")
    assert result is not None
    return result


def stored(result: DBTaskResult) -> DBTaskResult:
    return DBTaskResult.objects.get(pk=result.pk)


def test_an_empty_queue_has_nothing_to_claim() -> None:
    assert results.claim("default", "worker") is None


def test_what_one_worker_claimed_no_other_can() -> None:
    claimed()
    assert results.claim("default", "other") is None


def test_the_most_urgent_task_goes_first() -> None:
    work.note.enqueue("ordinary")
    work.note.using(priority=10).enqueue("urgent")
    first = results.claim("default", "worker")
    assert first is not None
    assert first.args_kwargs["args"] == ["urgent"]


def test_a_failed_task_waits_for_its_next_attempt_and_keeps_the_reason() -> None:
    result = claimed()
    before = timezone.now()
    results.fail(result, RuntimeError("because"))
    kept = stored(result)
    assert kept.status == "READY"
    assert kept.run_after >= before + results.FIRST_WAIT
    assert "because" in kept.traceback
    assert results.claim("default", "worker") is None


def test_waiting_grows_up_to_a_limit() -> None:
    waits = [results.wait_before_next(attempts).total_seconds() for attempts in (1, 2, 3, 4, 9)]
    assert waits == [10, 40, 160, 640, 3600]


def test_after_the_last_attempt_a_task_is_given_up() -> None:
    result = claimed(attempt=results.MAX_ATTEMPTS)
    results.fail(result, RuntimeError("because"))
    assert stored(result).status == "FAILED"


def test_a_task_about_something_that_is_gone_is_not_tried_again() -> None:
    result = claimed()
    results.fail(result, DBTaskResult.DoesNotExist("gone"))
    assert stored(result).status == "FAILED"


def test_a_value_that_cannot_be_kept_fails_the_task_for_good() -> None:
    result = claimed()
    results.succeed(result, object())
    assert stored(result).status == "FAILED"


def test_success_keeps_the_value_and_forgets_earlier_failures() -> None:
    result = claimed()
    DBTaskResult.objects.update(traceback="of an earlier attempt")
    results.succeed(result, {"pages": (1, 2)})
    kept = stored(result)
    assert (kept.status, kept.return_value, kept.traceback) == ("SUCCESSFUL", {"pages": [1, 2]}, "")


def test_a_worker_that_was_taken_for_dead_cannot_overwrite_what_came_after() -> None:
    result = claimed()
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(hours=1))
    slow = stored(result)
    assert results.reclaim_lost() == 1
    results.succeed(slow, "too late")
    assert stored(result).status == "READY"


def test_a_task_of_a_living_worker_is_not_taken_back() -> None:
    heartbeat.beat("worker")
    claimed()
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(hours=1))
    assert results.reclaim_lost() == 0


def test_a_task_of_a_worker_that_signed_off_is_taken_back() -> None:
    heartbeat.beat("worker")
    result = claimed()
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(hours=1))
    heartbeat.sign_off("worker")
    assert results.reclaim_lost() == 1
    assert "WorkerLostError" in stored(result).exception_class_path


def test_finished_tasks_are_forgotten_after_a_while() -> None:
    old, fresh = claimed(), claimed()
    results.succeed(old, None)
    results.succeed(fresh, None)
    DBTaskResult.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=31))
    results.forget_finished()
    assert list(DBTaskResult.objects.values_list("pk", flat=True)) == [fresh.pk]
