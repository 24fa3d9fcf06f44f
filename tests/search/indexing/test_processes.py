"""Worker, rebuild and editors as real processes at the same time, some of them killed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from tests.search.indexing.site_pages import front_page

ROOT = Path(__file__).resolve().parents[3]
#: Longest wait for something that another process does; only a failure takes so long.
PATIENCE_SECONDS = 120.0

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="processes get a copy of the test database's file"),
]


class Site:
    """A copy of the test site for processes: a database file and an index folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._started: list[subprocess.Popen[bytes]] = []

    def start(self, action: str, number: int = 0) -> subprocess.Popen[bytes]:
        """Start a process; it is ended with the test if it still runs then."""
        embedded = {"DATA_DIR": str(self.folder), "DATABASE_URL": "", "ELASTICSEARCH_URL": ""}
        command = [sys.executable, "-m", "tests.search.indexing.process", action, str(number)]
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **embedded})
        self._started.append(process)
        return process

    def run(self, action: str, number: int = 0) -> int:
        """Run a process to its end; its exit code."""
        return self.start(action, number).wait(PATIENCE_SECONDS)

    def count(self, condition: str) -> int:
        """Entries of the outbox for which this holds."""
        with closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=20)) as database:
            found = database.execute(f"SELECT count(*) FROM search_indexoutboxentry WHERE {condition}")
            return int(found.fetchone()[0])

    def wait_until_applied(self, number: int = 0) -> None:
        """Until so many entries are applied, or all of them when no number is given."""
        if number:
            self.wait_until(lambda: self.count("applied_at IS NOT NULL") >= number)
        else:
            self.wait_until(lambda: not self.count("applied_at IS NULL"))

    def current_index(self) -> str:
        """Name of the index in use."""
        return (self.folder / "index" / "current").read_text()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Until it holds."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() >= deadline:
                pytest.fail("the worker did not get on")
            time.sleep(0.05)

    def close(self) -> None:
        """End what still runs."""
        for process in self._started:
            if process.poll() is None:
                process.kill()
                process.wait()


@pytest.fixture
def processes(site: None, tmp_path: Path, settings: Settings) -> Iterator[Site]:
    folder = tmp_path / "site"
    folder.mkdir()
    front_page()
    (folder / "db.sqlite3").write_bytes(connection.connection.serialize())
    processes = Site(folder)
    assert processes.run("rebuild") == 0
    yield processes
    processes.close()


def test_changes_during_rebuilds_are_all_in_the_index_at_the_end(processes: Site) -> None:
    worker = processes.start("work")
    editor = processes.start("edit", 60)
    while editor.poll() is None:
        assert processes.run("rebuild") == 0
    assert editor.returncode == 0
    processes.wait_until_applied()
    worker.terminate()
    assert worker.wait(PATIENCE_SECONDS) == 0
    assert processes.run("check") == 0


def test_a_worker_that_is_killed_again_and_again_loses_nothing(processes: Site) -> None:
    editor = processes.start("edit", 60)
    for turn in range(1, 4):
        worker = processes.start("work")
        processes.wait_until_applied(turn * 8)
        worker.kill()
        worker.wait()
    assert editor.wait(PATIENCE_SECONDS) == 0
    worker = processes.start("work")
    assert processes.run("edit", 1) == 0
    processes.wait_until_applied()
    worker.send_signal(signal.SIGINT)
    assert worker.wait(PATIENCE_SECONDS) == 0
    assert processes.run("check") == 0


def test_a_worker_makes_an_outdated_index_anew_while_editors_go_on(processes: Site) -> None:
    assert processes.run("edit", 30) == 0
    made_by = next((processes.folder / "index").glob("v*/made-by"))
    made_by.write_text("other-fields/other-code")
    worker = processes.start("slow-work")
    assert processes.run("edit", 6) == 0
    processes.wait_until(lambda: made_by.parent.name != processes.current_index())
    processes.wait_until_applied()
    worker.terminate()
    assert worker.wait(PATIENCE_SECONDS) == 0
    assert processes.run("check") == 0


def test_a_rebuild_that_is_killed_leaves_an_index_that_can_be_searched_and_rebuilt(processes: Site) -> None:
    assert processes.run("edit", 30) == 0
    assert processes.run("repair") == 0
    index = processes.folder / "index"
    before = set(index.iterdir())
    rebuild = processes.start("slow-rebuild")
    while set(index.iterdir()) == before and rebuild.poll() is None:
        time.sleep(0.01)
    rebuild.kill()
    assert rebuild.wait() == -signal.SIGKILL
    assert processes.run("check") == 0
    assert processes.run("rebuild") == 0
    assert processes.run("check") == 0
