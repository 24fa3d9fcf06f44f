"""Reading the index in use, and noticing cheaply that another process changed it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import tantivy

from search.engines.base import EngineUnavailable
from search.engines.embedded.spelling import Vocabulary
from search.engines.embedded.storage import IndexFolders

_Stamp = tuple[int, int, int]


class Snapshot:
    """One state of the index: searches on it agree with each other whatever is written meanwhile."""

    def __init__(self, searcher: Any) -> None:
        self.searcher = searcher

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words of the index; read when the first typing error asks for it."""
        return Vocabulary(self.searcher.terms_with_prefix("words", ""))


class IndexReader:
    """Gives the newest snapshot. Two calls of ``stat`` tell whether it is still the newest."""

    def __init__(self, folders: IndexFolders) -> None:
        self._folders = folders
        self._lock = threading.Lock()
        self._stamps: tuple[_Stamp, _Stamp] | None = None
        self._folder: Path | None = None
        self._index: Any = None
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        """The newest state. Raises :class:`EngineUnavailable` when there is no index."""
        snapshot, folder = self._snapshot, self._folder
        if snapshot and folder and self._stamps == self._stamps_of(folder):
            return snapshot
        with self._lock:
            # A swap between reading the pointer and opening the folder: the second time it is the new one.
            try:
                return self._renewed()
            except (FileNotFoundError, ValueError, OSError):
                return self._renewed()

    def _renewed(self) -> Snapshot:
        folder = self._folders.current()
        stamps = self._stamps_of(folder)
        if self._snapshot and self._folder == folder and self._stamps == stamps:
            return self._snapshot
        if self._folder != folder:
            self._index = tantivy.Index.open(str(folder))
            self._index.config_reader("manual")
        self._index.reload()
        self._snapshot, self._folder, self._stamps = Snapshot(self._index.searcher()), folder, stamps
        return self._snapshot

    def _stamps_of(self, folder: Path) -> tuple[_Stamp, _Stamp]:
        return _stamp(self._folders.pointer), _stamp(folder / "meta.json")


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except FileNotFoundError:
        return (0, 0, 0)
    return status.st_mtime_ns, status.st_ino, status.st_size


@contextmanager
def unavailable_when_failing() -> Iterator[None]:
    """Turn what Tantivy and the disk raise into :class:`EngineUnavailable`."""
    try:
        yield
    except (ValueError, OSError, RuntimeError) as problem:
        raise EngineUnavailable(f"the embedded index: {problem}") from problem
