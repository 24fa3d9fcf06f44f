"""Workers that are killed, told to stop or run side by side in the middle of a mailing."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from tests.delivery.mail_server import Received

pytestmark = [pytest.mark.database, pytest.mark.slow]

MEMBERS = 12


class Gate:
    """Holds up the mail server at the mail of this number, until it is opened."""

    def __init__(self, at: int) -> None:
        self.reached = threading.Event()
        self._at, self._seen, self._open = at, 0, threading.Event()

    def pass_through(self) -> None:
        self._seen += 1
        if self._seen == self._at:
            self.reached.set()
            self._open.wait(60)

    def open(self) -> None:
        self._open.set()


def everybody(number: int = MEMBERS) -> dict[str, int]:
    """Each member, once."""
    return {f"lid{each}@example.nl": 1 for each in range(number)}


def kill(worker) -> None:
    worker.send_signal(signal.SIGKILL)
    worker.wait()


def test_killed_before_a_mail_was_handed_over_nobody_is_missed_and_nobody_hears_twice(mailing_site):
    gate = Gate(at=5)
    server = mailing_site.mail_server
    server.on_data = lambda: gate.pass_through() or "354 kom maar"
    mailing_site.members(MEMBERS)
    mailing_site.mailing()

    worker = mailing_site.worker()
    assert gate.reached.wait(30)
    kill(worker)
    gate.open()
    mailing_site.worker()
    mailing_site.wait_for(mailing_site.is_done, "the end of the mailing")

    assert server.recipients() == everybody()
    assert set(mailing_site.states().values()) == {"sent"}


def _killed_before_the_answer(site) -> None:
    """A worker is killed after the mail server took a mail and before it said so; another ends the mailing."""
    gate = Gate(at=5)
    server = site.mail_server
    server.takes_before_answering = True
    server.on_mail = lambda mail: gate.pass_through() or "250 aangenomen"
    site.members(MEMBERS)
    site.mailing()
    worker = site.worker()
    assert gate.reached.wait(30)
    kill(worker)
    gate.open()
    site.worker()
    site.wait_for(site.is_done, "the end of the mailing")


def test_killed_before_the_answer_nobody_hears_twice_and_one_mail_is_left_to_decide(mailing_site):
    _killed_before_the_answer(mailing_site)

    assert mailing_site.mail_server.recipients() == everybody()
    states = list(mailing_site.states().values())
    assert (states.count("uncertain"), states.count("sent")) == (1, MEMBERS - 1)


def test_without_noting_that_a_mail_is_begun_somebody_hears_twice(mailing_site):
    """The control: this is what the steps of a mail are for."""
    mailing_site.more_environment["WITHOUT_STATES"] = "1"

    _killed_before_the_answer(mailing_site)

    assert max(mailing_site.mail_server.recipients().values()) == 2


def test_killed_again_and_again_nobody_hears_twice_and_who_missed_it_is_known(mailing_site):
    def answer_after_a_while(mail: Received) -> str:
        time.sleep(0.02)
        return "250 aangenomen"

    server = mailing_site.mail_server
    server.takes_before_answering = True
    server.on_mail = answer_after_a_while
    mailing_site.members(100)
    mailing_site.mailing()
    kills = 0
    for reached in (10, 30, 50, 70):
        worker = mailing_site.worker()
        mailing_site.wait_for(lambda enough=reached: len(server.received) >= enough, "part of the mailing")
        kill(worker)
        kills += 1
    mailing_site.worker()
    mailing_site.wait_for(mailing_site.is_done, "the end of the mailing")

    got, states = server.recipients(), mailing_site.states()
    undecided = {address for address, state in states.items() if state == "uncertain"}
    assert max(got.values()) == 1
    assert set(everybody(100)) - set(got) <= undecided
    assert len(undecided) <= kills


def test_told_to_stop_the_mail_in_hand_is_finished_and_the_rest_waits(mailing_site):
    gate = Gate(at=3)
    server = mailing_site.mail_server
    server.on_mail = lambda mail: gate.pass_through() or "250 aangenomen"
    mailing_site.members(MEMBERS)
    mailing_site.mailing()

    worker = mailing_site.worker()
    assert gate.reached.wait(30)
    worker.send_signal(signal.SIGTERM)
    time.sleep(0.3)
    gate.open()

    assert worker.wait(30) == 0
    states = list(mailing_site.states().values())
    assert (states.count("sent"), states.count("waiting")) == (3, MEMBERS - 3)
    assert len(server.received) == 3


def test_workers_side_by_side_send_each_mail_once(mailing_site):
    mailing_site.members(150)
    mailing_site.mailing()

    for _worker in range(3):
        mailing_site.worker()
    mailing_site.wait_for(mailing_site.is_done, "the end of the mailing")

    assert mailing_site.mail_server.recipients() == everybody(150)


def test_a_mail_server_that_is_away_and_comes_back_gets_each_mail_once(mailing_site):
    server = mailing_site.mail_server
    server.close()
    mailing_site.members(MEMBERS)
    mailing_site.mailing()
    mailing_site.worker()
    mailing_site.wait_for(lambda: "waits" in mailing_site.errors(), "waiting for the mail server")
    assert set(mailing_site.states().values()) <= {"waiting", "claimed"}

    server.open()
    mailing_site.wait_for(mailing_site.is_done, "the end of the mailing")

    assert server.recipients() == everybody()
