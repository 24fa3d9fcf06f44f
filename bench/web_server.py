"""The web server of the site, as `manage.py serve` starts it, with one worker; and the CPU time that it used."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: One worker, so that server and client each have a core on a small machine.
OPTIONS = {
    "interface": "wsgi",
    "workers": "1",
    "blocking-threads": "8",
    "blocking-threads-idle-timeout": "600",
    "workers-kill-timeout": "5",
    "log-level": "error",
}
START_SECONDS = 120
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class WebServer:
    """A running server."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """User and system time of the server and its workers so far."""
        return sum(_ticks(pid) for pid in _with_children(self.pid)) / _TICKS

    def get(self, path: str, headers: Mapping[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Status, headers in lower case, and body, over a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request("GET", path, headers=dict(headers))
            response = connection.getresponse()
            return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
        finally:
            connection.close()


@contextmanager
def served(application: str, port: int, environment: Mapping[str, str]) -> Iterator[WebServer]:
    """Serve this WSGI application until the block ends. Raises RuntimeError when it does not start."""
    options = [f"--{name}={value}" for name, value in {**OPTIONS, "port": str(port)}.items()]
    command = [sys.executable, "-m", "granian", *options, "--no-ws", application]
    with subprocess.Popen(command, cwd=ROOT, env=dict(environment)) as process:
        try:
            _wait_until_it_listens(port, process)
            yield WebServer(port, process.pid)
        finally:
            process.send_signal(signal.SIGTERM)


def _wait_until_it_listens(port: int, process: subprocess.Popen[bytes]) -> None:
    server = WebServer(port, process.pid)
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            server.get("/", {})
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server on port {port} did not start")


def _with_children(root: int) -> set[int]:
    parents = {int(path.name): _parent(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    family = {root}
    while grown := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= grown
    return family


def _parent(process: Path) -> int:
    fields = _fields(process)
    return int(fields[1]) if fields else 0


def _ticks(pid: int) -> int:
    """utime, stime, and those of children that have ended."""
    return sum(map(int, _fields(Path("/proc", str(pid)))[11:15]))


def _fields(process: Path) -> list[str]:
    """The fields of ``stat`` after the name of the program, which may hold spaces; none when it has ended."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
