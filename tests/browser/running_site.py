"""The site as `make run` starts it, in a data directory of its own: supervisor, web server, workers, demo content.

Its mail arrives at a server of ours, and it asks a registry of ours for what belongs to a DOI.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.delivery.mail_server import MailServer
from tests.research.publications.resolver import running_resolver

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 420
EDITOR = "eindredacteur@example.nl"
PASSWORD = "een lang wachtwoord voor proeven"


@dataclass(frozen=True)
class RunningSite:
    """Where it answers, where it keeps its data, and where its mail arrives."""

    url: str
    data_dir: Path
    environment: dict[str, str]
    mail: MailServer

    def manage(self, *arguments: str, given: str = "") -> str:
        """Run a management command on this site; its output."""
        return _manage(self.environment, *arguments, given=given)


@contextmanager
def running_site(data_dir: Path) -> Iterator[RunningSite]:
    """Start it, wait until it answers, stop it as Ctrl-C would."""
    with MailServer() as mail, running_resolver() as resolver:
        yield from _running(data_dir, mail, resolver.url)


def _running(data_dir: Path, mail: MailServer, doi_resolver: str) -> Iterator[RunningSite]:
    port = _free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTHONPATH"))},
        "DATA_DIR": str(data_dir),
        "PORT": str(port),
        "WORKERS": "1",
        "ELASTICSEARCH_URL": "",
        "DATABASE_URL": "",
        "CACHE_URL": "",
        "EMAIL_URL": f"smtp://127.0.0.1:{mail.port}",
        "DOI_RESOLVER_URL": doi_resolver,
    }
    log = (data_dir / "site.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--prepare", "--demo"],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    site = RunningSite(f"http://127.0.0.1:{port}", data_dir, environment, mail)
    try:
        _wait_until_healthy(site, process)
        site.manage("create_editor", EDITOR, given=PASSWORD + "\n")
        yield site
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        log.close()


def _manage(environment: dict[str, str], *arguments: str, given: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _wait_until_healthy(site: RunningSite, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{site.url}/gezond/", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.5)
    raise AssertionError("the site did not start:\n" + (site.data_dir / "site.log").read_text()[-4000:])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
