"""The real web server with the small site, in processes of its own."""

import http.client
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from tests.services import processes

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
#: The view says nothing about parameters, so its answer to this is never kept.
MADE_EACH_TIME = "/proces/?onbekend=1"


def environment(data_dir, **more):
    """What a process needs to be the small site; its cache stands in ``data_dir``."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.caching.site_settings",
        "DATA_DIR": str(data_dir),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), str(ROOT / "platform"), os.environ.get("PYTHONPATH")])),
        **more,
    }


@contextmanager
def served(data_dir, workers=2, **more):
    """The port on which the small site is served by so many processes."""
    port = processes.free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    command += ["--workers", str(workers), "--workers-kill-timeout", "3"]
    command += ["--no-ws", "--log-level", "warning", "config.wsgi:application"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(data_dir, **more)) as server:
        try:
            wait_until_all_answer(port, server, workers)
            yield port
        finally:
            server.terminate()


def wait_until_all_answer(port, server, workers):
    """Each process binds the port by itself, when it is ready."""
    deadline, seen = time.monotonic() + START_SECONDS, set()
    while server.poll() is None and time.monotonic() < deadline:
        try:
            seen.add(maker(fetch(port, MADE_EACH_TIME)[2]))
        except OSError:
            time.sleep(0.1)
        if len(seen) == workers:
            return
    raise AssertionError(f"{len(seen)} of {workers} processes started")


def maker(body):
    """Which process made this page."""
    return int(re.search(rb"proces (\d+)", body)[1])


def fetch(port, address, method="GET", **headers):
    """Status, headers and body, over a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, address, headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def run(data_dir, code, **more):
    """Run this code in a process that belongs to the same site, to its end."""
    setup = "import django; django.setup()\n"
    subprocess.run([sys.executable, "-c", setup + code], cwd=ROOT, env=environment(data_dir, **more), check=True)
