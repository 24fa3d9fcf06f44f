"""One writer of the index at a time and one rebuild, across processes, released when a process dies in whatever way."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

#: Name the locks within the PostgreSQL database; any numbers that nothing else uses.
_WRITER, _REBUILDER = 0x5A0E_1DE8, 0x5A0E_1DE9
_FILES = {_WRITER: "index-writer.lock", _REBUILDER: "index-rebuilder.lock"}
_POLL_SECONDS = 0.05


class AnotherWriterError(Exception):
    """The index is being written by another process."""


@contextmanager
def single_writer(wait_seconds: float = 0.0) -> Iterator[None]:
    """Hold the right to write the index; raises :class:`AnotherWriterError` when it stays taken.

    On PostgreSQL, which several machines may share, it is a lock of the database session; on SQLite, which
    one machine has to itself, a lock on a file. Either goes when the process ends, killed or not.
    """
    with _held(_WRITER, wait_seconds):
        yield


@contextmanager
def single_rebuilder() -> Iterator[None]:
    """Hold the right to make a fresh index, beside which the writer goes on; raises :class:`AnotherWriterError`."""
    with _held(_REBUILDER, 0.0):
        yield


@contextmanager
def _held(number: int, wait_seconds: float) -> Iterator[None]:
    lock = _database_lock if connection.vendor == "postgresql" else _file_lock
    with lock(number, wait_seconds):
        yield


@contextmanager
def _database_lock(number: int, wait_seconds: float) -> Iterator[None]:
    def take() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
            return bool(cursor.fetchone()[0])

    _take_within(wait_seconds, take)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


@contextmanager
def _file_lock(number: int, wait_seconds: float) -> Iterator[None]:
    path = Path(settings.DATA_DIR) / _FILES[number]
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
