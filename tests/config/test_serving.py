"""The site as a whole in real processes: prepared, served, stopped."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from config.serving import PROCESSES, Serving
from tests.config.processes import BARE, ROOT, manage
from tests.services.processes import free_port

pytestmark = pytest.mark.slow
PATIENCE_SECONDS = 420


class Site:
    """``manage.py serve --prepare --demo`` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *options: str, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """Until it answers; one that does not is ended before the failure is told."""
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "serve", *options],
            env={**BARE, "DATA_DIR": str(self.folder), "PORT": str(port)},
            stdout=self.log.open("wb"),
            stderr=subprocess.STDOUT,
        )
        try:
            self._wait_until_it_answers(self.process, time.monotonic() + patience_seconds)
        except BaseException:
            self.end()
            raise

    def _wait_until_it_answers(self, process: subprocess.Popen[bytes], deadline: float) -> None:
        while "The site:" not in self.said():
            assert process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.2)

    def stop(self, told: int = signal.SIGTERM) -> int:
        assert self.process
        self.process.send_signal(told)
        return self.process.wait(timeout=40)

    def end(self) -> None:
        """Leave nothing running, whatever state it is in."""
        if self.process and self.process.poll() is None:
            self.stop(signal.SIGKILL)

    def get(self, path: str) -> HTTPResponse:
        return urllib.request.urlopen(self.url + path, timeout=30)

    @property
    def log(self) -> Path:
        return self.folder / "said.txt"

    def said(self) -> str:
        return self.log.read_text() if self.log.exists() else ""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Prepared and served for the tests of this file."""
    site = Site(tmp_path_factory.mktemp("site"))
    site.start("--prepare", "--demo")
    yield site
    site.end()


def test_a_site_that_does_not_start_is_ended_before_its_test_fails(tmp_path: Path) -> None:
    site = Site(tmp_path)
    with pytest.raises(AssertionError):
        site.start(patience_seconds=0)
    assert site.process
    assert site.process.poll() is not None


def test_an_empty_folder_becomes_a_site_that_is_well(site: Site) -> None:
    assert json.load(site.get("/gezond/"))["status"] == "ok"


def test_the_front_page_and_the_admin_answer(site: Site) -> None:
    assert site.get("/").status == 200
    assert site.get("/admin/login/").status == 200


def test_the_demo_content_is_found(site: Site) -> None:
    assert json.load(site.get("/api/zoeken/?q=lezen"))["total"] > 0


def test_whoever_starts_it_is_told_where_it_is_and_how_to_become_an_editor(site: Site) -> None:
    said = site.said()
    assert f"{site.url}/\n" in said
    assert f"{site.url}/admin/" in said
    assert "make editor EMAIL=" in said


def test_a_second_start_keeps_the_data_and_prepares_nothing_again(site: Site) -> None:
    editor = manage(
        "create_editor",
        "ada@example.nl",
        environment={},
        data_dir=site.folder,
        typed="een lang en goed wachtwoord\n",
    )
    assert editor.returncode == 0, editor.stderr
    assert site.stop() == 0
    site.start("--prepare", "--demo")
    assert not [done for done in ("collected", "up to date", "built") if done in site.said()]
    once_more = manage("create_editor", "ada@example.nl", environment={}, data_dir=site.folder)
    assert "has an account already" in once_more.stderr
    assert json.load(site.get("/api/zoeken/?q=lezen"))["total"] > 0


@pytest.mark.skipif(sys.platform != "linux", reason="/proc says which processes there are")
def test_ctrl_c_stops_all_of_it(site: Site) -> None:
    assert site.process
    number = site.process.pid
    children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    assert len(children) == len(PROCESSES)
    assert site.stop(signal.SIGINT) == 0
    assert not [child for child in children if Path(f"/proc/{child}").exists()]
    site.start()


@pytest.mark.parametrize("only", [["web"], ["index", "tasks"]])
def test_a_part_of_the_processes_can_run_elsewhere(only: list[str]) -> None:
    serving = Serving(host="127.0.0.1", port=8000, workers=2, threads=4)
    assert list(serving.commands(only)) == only
