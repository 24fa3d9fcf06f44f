"""The supervisor, with small processes in the place of the site's own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.config.processes import BARE, ROOT
from tests.services.processes import free_port

PATIENCE_SECONDS = 30

#: Notes its process number in the file that is its argument; each stays until it is told to stop.
NOTE = "import os, sys; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n');"
STAY = f"{NOTE} import time; time.sleep(600)"
CRASH = f"{NOTE} sys.exit(7)"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {STAY}"
WITH_CHILD = (
    f"import subprocess, sys, time;subprocess.Popen([sys.executable, '-c', {DEAF!r}, sys.argv[1]]); time.sleep(600)"
)
LISTEN = f"{NOTE} import socket, time; server = socket.create_server(('127.0.0.1', int(sys.argv[2])));time.sleep(600)"


class Supervised:
    """A supervisor with children whose process numbers are noted."""

    def __init__(self, folder: Path, port: int, children: dict[str, str], greeting: str = "") -> None:
        self.folder = folder
        commands = {
            name: [sys.executable, "-c", code, str(folder / name), str(port)] for name, code in children.items()
        }
        plan = {"host": "127.0.0.1", "port": port, "greeting": greeting, "commands": commands}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "config.supervision", json.dumps(plan)],
            env={**BARE, "PYTHONPATH": str(ROOT / "platform")},
            stderr=(folder / "said").open("wb"),
        )

    def said(self) -> str:
        return (self.folder / "said").read_text()

    def numbers(self, name: str) -> list[int]:
        """The process numbers that this child has had."""
        path = self.folder / name
        return [int(number) for number in path.read_text().split()] if path.exists() else []

    def wait_for(self, condition: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < deadline, f"{what} never happened\n{self.said()}"
            time.sleep(0.05)

    def everybody(self) -> list[int]:
        return [number for path in self.folder.iterdir() if path.name != "said" for number in self.numbers(path.name)]


def lives(number: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.fixture
def heard_hangups() -> Iterator[None]:
    """A hang-up counts, also where the tests themselves were told not to mind one (``nohup``)."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.fixture
def supervise(tmp_path: Path, heard_hangups: None) -> Iterator[Callable[..., Supervised]]:
    started: list[Supervised] = []

    def start(greeting: str = "", **children: str) -> Supervised:
        started.append(Supervised(tmp_path, free_port(), children, greeting))
        return started[-1]

    yield start
    for supervised in started:
        supervised.process.kill()
        supervised.process.wait()
        for number in supervised.everybody():
            if lives(number):
                os.kill(number, signal.SIGKILL)


def test_a_child_that_crashes_is_started_again(supervise) -> None:
    site = supervise(web=STAY)
    site.wait_for(lambda: site.numbers("web"), "the start")
    os.kill(site.numbers("web")[0], signal.SIGKILL)
    site.wait_for(lambda: len(site.numbers("web")) == 2, "the second start")
    assert "web stopped (SIGKILL); it starts again in 1 s." in site.said()


@pytest.mark.slow
def test_a_child_that_keeps_failing_ends_all_with_a_clear_sentence(supervise) -> None:
    site = supervise(web=STAY, index=CRASH)
    assert site.process.wait(timeout=60) == 1
    assert len(site.numbers("index")) == 5
    assert "index keeps failing; see what it said above. The site stops." in site.said()
    assert not any(map(lives, site.everybody()))


def test_pauses_grow_with_each_failure(supervise) -> None:
    site = supervise(index=CRASH)
    site.wait_for(lambda: "again in 4 s" in site.said(), "the third failure")
    assert [line.split()[-2] for line in site.said().splitlines()] == ["1", "2", "4"]


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_stop_ends_all_and_is_no_error(supervise, told: int) -> None:
    site = supervise(web=STAY, index=STAY, tasks=STAY)
    site.wait_for(lambda: len(site.everybody()) == 3, "the start of all")
    site.process.send_signal(told)
    assert site.process.wait(timeout=20) == 0
    assert not any(map(lives, site.everybody()))


@pytest.mark.slow
def test_a_child_that_does_not_listen_is_killed_in_the_end(supervise) -> None:
    site = supervise(web=DEAF)
    site.wait_for(lambda: site.numbers("web"), "the start")
    site.process.send_signal(signal.SIGTERM)
    assert site.process.wait(timeout=30) == 0
    assert not any(map(lives, site.everybody()))


def test_a_second_ctrl_c_waits_for_nothing(supervise) -> None:
    site = supervise(web=DEAF)
    site.wait_for(lambda: site.numbers("web"), "the start")
    site.process.send_signal(signal.SIGINT)
    time.sleep(0.5)
    site.process.send_signal(signal.SIGINT)
    # Much less than the patience with a child that does not listen.
    assert site.process.wait(timeout=8) == 0
    assert not any(map(lives, site.everybody()))


def test_what_a_child_started_itself_goes_with_it(supervise) -> None:
    site = supervise(web=WITH_CHILD)
    site.wait_for(lambda: site.numbers("web"), "the grandchild")
    site.process.send_signal(signal.SIGTERM)
    assert site.process.wait(timeout=20) == 0
    assert not any(map(lives, site.everybody()))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can arrange it")
def test_children_end_when_the_supervisor_is_killed(supervise) -> None:
    site = supervise(web=STAY)
    site.wait_for(lambda: site.numbers("web"), "the start")
    site.process.kill()
    site.process.wait()
    site.wait_for(lambda: not any(map(lives, site.everybody())), "the end of the child")


def test_the_greeting_comes_once_the_site_answers(supervise) -> None:
    site = supervise(greeting="The site is there.", web=LISTEN)
    site.wait_for(lambda: "The site is there." in site.said(), "the greeting")
    assert site.numbers("web")


def test_no_greeting_while_nothing_answers(supervise) -> None:
    site = supervise(greeting="The site is there.", web=STAY, index=CRASH)
    site.wait_for(lambda: "again in 2 s" in site.said(), "some rounds")
    assert "The site is there." not in site.said()
