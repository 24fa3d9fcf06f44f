"""Writing the index: one process at a time, visible at once, whole whatever happens."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from search.documents import SearchDocument
from search.engines.embedded.locks import exclusive
from search.engines.embedded.reading import unavailable_when_failing
from search.engines.embedded.schema import schema, to_tantivy
from search.engines.embedded.storage import IndexFolders

#: How long to wait for another writer. Updates are quick; a build holds a lock of its own.
WAIT_SECONDS = 30.0
UPDATE_MEMORY_BYTES = 20_000_000
BUILD_MEMORY_BYTES = 100_000_000
#: Documents between two reports of progress.
BATCH = 200


def update(
    folders: IndexFolders,
    upserts: Iterable[SearchDocument],
    deletes: Iterable[int],
    wait_seconds: float = WAIT_SECONDS,
) -> None:
    """Bring the index in use up to date in one commit: all of it or, when something fails, nothing."""
    with (
        exclusive(folders.write_lock, wait_seconds),
        unavailable_when_failing(),
        _writer(folders.current()) as writer,
    ):
        for page_id in deletes:
            _delete(writer, page_id)
        for document in upserts:
            _delete(writer, document.page_id)
            writer.add_document(to_tantivy(document))
        writer.commit()


@contextmanager
def _writer(folder: Path) -> Iterator[Any]:
    """Tantivy's writer; what was not committed when it ends is forgotten."""
    writer = tantivy.Index.open(str(folder)).writer(UPDATE_MEMORY_BYTES, 1)
    try:
        yield writer
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()


def _delete(writer: Any, page_id: int) -> None:
    # By query: deleting by the term of an unsigned field finds nothing in tantivy 0.27.
    writer.delete_documents_by_query(tantivy.Query.term_query(schema(), "page_id", page_id))


class EmbeddedBuild:
    """A fresh index that nobody searches yet."""

    def __init__(self, folders: IndexFolders, provenance: str) -> None:
        self._folders = folders
        self._folder = folders.make()
        folders.keep_provenance(self._folder, provenance)
        self._index = tantivy.Index(schema(), path=str(self._folder))
        self._writer: Any = self._index.writer(BUILD_MEMORY_BYTES, 1)
        self._seen: set[int] = set()
        self._swapped = False

    def add(self, documents: Iterable[SearchDocument]) -> Iterator[int]:
        """Add all, lazily and in bounded memory; yields the number added after each batch."""
        added = 0
        for document in documents:
            with unavailable_when_failing():
                if document.page_id in self._seen:
                    _delete(self._writer, document.page_id)
                self._seen.add(document.page_id)
                self._writer.add_document(to_tantivy(document))
            added += 1
            if added % BATCH == 0:
                yield BATCH
        if rest := added % BATCH:
            yield rest

    def swap(self) -> None:
        """Make this the index that is searched; the one before stays on disk until the next swap."""
        with unavailable_when_failing():
            self._writer.commit()
            # Closed before anyone else may write it.
            self._writer.wait_merging_threads()
            self._writer = None
            with exclusive(self._folders.write_lock, WAIT_SECONDS):
                before = self._folders.current_or_none()
                self._folders.point_to(self._folder)
                self._swapped = True
                self._folders.remove_all_but(self._folder, before)

    def discard_unless_swapped(self) -> None:
        """Remove what nobody will search."""
        if self._swapped:
            return
        if self._writer is not None:
            self._writer.rollback()
            self._writer.wait_merging_threads()
        shutil.rmtree(self._folder, ignore_errors=True)


@contextmanager
def building(folders: IndexFolders, provenance: str, wait_seconds: float = WAIT_SECONDS) -> Iterator[EmbeddedBuild]:
    """A build; left without a swap it leaves nothing behind. One build at a time."""
    with exclusive(folders.build_lock, wait_seconds):
        with unavailable_when_failing():
            build = EmbeddedBuild(folders, provenance)
        try:
            yield build
        finally:
            build.discard_unless_swapped()
