"""Processes that answer jobs: one line of JSON each way."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


class Worker:
    """A running program of this folder that takes jobs one after the other."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def do(self, **job: Any) -> dict[str, Any]:
        """Its answer to this job. Raises RuntimeError when it ended, which its own output explains."""
        line = ""
        if self._process.stdin and self._process.stdout:
            self._process.stdin.write(json.dumps(job) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args!r} ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def worker(program: str, environment: Mapping[str, str]) -> Iterator[Worker]:
    """Start ``bench/<program>.py``, which reads jobs from its standard input until that ends."""
    command = [sys.executable, "-m", f"bench.{program}"]
    with subprocess.Popen(
        command, cwd=ROOT, env=dict(environment), text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Worker(process)
