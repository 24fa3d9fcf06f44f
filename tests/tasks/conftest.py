"""A small site in real processes, on SQLite or, with ``--postgresql``, on a database of its own there."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 40


@dataclass
class SmallSite:
    """Runs commands and keeps what they start."""

    folder: Path
    database_url: str
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, *command: str, jobs: str = "") -> subprocess.Popen[bytes]:
        """``manage.py`` in the background, with these jobs on its schedule."""
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), *command],
            env=self._environment(jobs),
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "errors").open("ab"),
            cwd=ROOT,
        )
        self.processes.append(process)
        return process

    def ask(self, code: str, jobs: str = "") -> Any:
        """Run Python with Django set up; the value of the JSON that it prints."""
        command = [sys.executable, str(ROOT / "manage.py"), "shell", "--no-imports", "-c", code]
        answer = subprocess.run(
            command, env=self._environment(jobs), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert answer.returncode == 0, answer.stderr
        return json.loads(answer.stdout) if answer.stdout.strip() else None

    def enqueue(self, name: str, *arguments: str) -> None:
        """Put a task of :mod:`tests.tasks.work` in its queue."""
        self.ask(f"from tests.tasks import work; work.{name}.enqueue(*{arguments!r})")

    def tasks(self) -> list[dict[str, Any]]:
        """The status, number of attempts and last exception of every task."""
        return self.ask(
            "import json; from django_tasks_db.models import DBTaskResult as R; print(json.dumps("
            "[{'status': r.status, 'attempts': len(r.worker_ids), 'exception': r.exception_class_path}"
            " for r in R.objects.all()]))"
        )

    def runs(self, name: str) -> list[str]:
        """The processes that left this trace, in order."""
        path = self.folder / name
        return path.read_text().split() if path.exists() else []

    def errors(self) -> str:
        """What the background processes said went wrong."""
        return (self.folder / "errors").read_text()

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Return once the condition holds; fail when it never does."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < deadline, f"{what} never happened\n{self.errors()}"
            time.sleep(0.1)

    def end(self) -> None:
        """Kill what still runs."""
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait()

    def _environment(self, jobs: str) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "DJANGO_SETTINGS_MODULE": "tests.tasks.site_settings",
            "DATA_DIR": str(self.folder),
            "TRACES": str(self.folder),
            "DATABASE_URL": self.database_url,
            "JOBS": jobs,
        }


@pytest.fixture(scope="session")
def migrated_small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallSite]:
    """The site that the others are copies of."""
    folder = tmp_path_factory.mktemp("small-site")
    server = os.environ.get("DATABASE_URL", "")
    url = _create_database(server) if server.startswith("postgres") else f"sqlite:///{folder}/db.sqlite3"
    site = SmallSite(folder, url)
    assert site.start("migrate", "--verbosity=0").wait() == 0, site.errors()
    yield site
    _drop_database(server, url)


@pytest.fixture
def small_site(migrated_small_site: SmallSite, tmp_path: Path) -> Iterator[SmallSite]:
    """A site with an empty database, in a folder of its own; what it started is killed at the end."""
    server = os.environ.get("DATABASE_URL", "")
    if server.startswith("postgres"):
        url = _create_database(server, template=migrated_small_site.database_url)
    else:
        shutil.copy(migrated_small_site.folder / "db.sqlite3", tmp_path)
        url = f"sqlite:///{tmp_path}/db.sqlite3"
    site = SmallSite(tmp_path, url)
    yield site
    site.end()
    _drop_database(server, url)


def _create_database(server: str, template: str = "") -> str:
    name = f"small_site_{secrets.token_hex(6)}"
    copying = f' TEMPLATE "{urlsplit(template).path[1:]}"' if template else ""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"{copying}')
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def _drop_database(server: str, url: str) -> None:
    if server.startswith("postgres"):
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{urlsplit(url).path[1:]}" WITH (FORCE)')
