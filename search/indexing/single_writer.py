"""One writer of the index at a time, across processes, released when its process dies in whatever way."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

#: Names the lock within the PostgreSQL database; any number that nothing else uses.
_ADVISORY_LOCK = 0x5A0E_1DE8
_POLL_SECONDS = 0.05


class AnotherWriterError(Exception):
    """The index is being written by another process."""


@contextmanager
def single_writer(wait_seconds: float = 0.0) -> Iterator[None]:
    """Hold the right to write the index; raises :class:`AnotherWriterError` when it stays taken.

    On PostgreSQL, which several machines may share, it is a lock of the database session; on SQLite, which
    one machine has to itself, a lock on a file. Either goes when the process ends, killed or not.
    """
    lock = _database_lock if connection.vendor == "postgresql" else _file_lock
    with lock(wait_seconds):
        yield


@contextmanager
def _database_lock(wait_seconds: float) -> Iterator[None]:
    def take() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_ADVISORY_LOCK])
            return bool(cursor.fetchone()[0])

    _take_within(wait_seconds, take)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_ADVISORY_LOCK])


@contextmanager
def _file_lock(wait_seconds: float) -> Iterator[None]:
    path = Path(settings.DATA_DIR) / "index-writer.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:

        def take() -> bool:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

        # Closing the file releases it.
        _take_within(wait_seconds, take)
        yield


def _take_within(seconds: float, take: Callable[[], bool]) -> None:
    deadline = time.monotonic() + seconds
    while not take():
        if time.monotonic() >= deadline:
            raise AnotherWriterError
        time.sleep(_POLL_SECONDS)
