"""Runs of the digest in several real processes, and beside the other work."""

from __future__ import annotations

import signal
from datetime import date

import pytest

pytestmark = [pytest.mark.database, pytest.mark.slow]

RUN = "from delivery.digest.run import make_digests; make_digests.func({day!r})"
PEOPLE = 60


def mails_a_person(site) -> list[int]:
    """How many digests each person has waiting."""
    return site.ask(
        "import json; from collections import Counter; from delivery.models import OutgoingMail as M; "
        "print(json.dumps(sorted(Counter(M.objects.values_list('user_id', flat=True)).values())))"
    )


def run_of(site):
    return site.start("shell", "--no-imports", "-c", RUN.format(day=date.today().isoformat()))


def test_runs_side_by_side_make_one_digest_a_person(mailing_site):
    mailing_site.members(PEOPLE)

    runs = [run_of(mailing_site) for _number in range(3)]

    assert [run.wait(60) for run in runs] == [0, 0, 0], mailing_site.errors()
    assert mails_a_person(mailing_site) == [1] * PEOPLE


def test_a_killed_run_is_ended_by_the_next_one(mailing_site):
    mailing_site.members(PEOPLE)
    mailing_site.more_environment["SECONDS_A_SOURCE"] = "0.1"
    run = run_of(mailing_site)
    mailing_site.wait_for(lambda: bool(mails_a_person(mailing_site)), "the first digests")
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert len(mails_a_person(mailing_site)) < PEOPLE

    assert run_of(mailing_site).wait(60) == 0
    assert mails_a_person(mailing_site) == [1] * PEOPLE


def test_other_work_does_not_wait_behind_a_run(mailing_site):
    mailing_site.members(PEOPLE)
    mailing_site.more_environment["SECONDS_A_SOURCE"] = "3600"
    mailing_site.start("work_tasks")
    mailing_site.ask("from delivery.digest.run import enqueue_digests_of_today as run; run()")
    begun, ordinary, mail = (mailing_site.folder / name for name in ("digest-begun", "ordinary-task", "mail-task"))
    mailing_site.wait_for(begun.exists, "the run")

    mailing_site.ask(
        "from tests.delivery.processes.small_site import work; "
        "work.leave_trace.enqueue(); work.leave_mail_trace.enqueue()"
    )

    mailing_site.wait_for(lambda: ordinary.exists() and mail.exists(), "the other work")
