"""Locks between processes that go when their holder dies, killed or not."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.engines.base import EngineUnavailable

_POLL_SECONDS = 0.02


@contextmanager
def exclusive(path: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the lock on ``path``; raises :class:`EngineUnavailable` when it stays taken that long."""
    path.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + wait_seconds
    # Closing the file releases the lock, and the system closes it for a process that is gone.
    with path.open("w") as file:
        while not _taken(file.fileno()):
            if time.monotonic() >= deadline:
                raise EngineUnavailable(f"another process has been writing the search index for {wait_seconds:.0f} s")
            time.sleep(_POLL_SECONDS)
        yield


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
