"""Where indexes live: a folder each, and a pointer file that names the one in use.

::

    index/
        current                 the name of the folder in use
        v1-20260101T120000-3f2a the index in use
            made-by             the code that made it (:mod:`search.indexing.provenance`)
        v1-20251231T…           the one before, kept for readers that are still in it
        write.lock  build.lock

The pointer is replaced in one step, so that readers see the old index or the new one and nothing between.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from secrets import token_hex

from search.engines.base import EngineUnavailable
from search.engines.embedded.schema import schema_version

POINTER = "current"
PROVENANCE = "made-by"


def _prefix() -> str:
    return f"v{schema_version()}-"


class IndexFolders:
    """The folders below ``root``; makes what is missing when something is written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pointer = root / POINTER
        self.write_lock = root / "write.lock"
        self.build_lock = root / "build.lock"

    def current(self) -> Path:
        """The folder in use. Raises :class:`EngineUnavailable` when there is none that this code can read."""
        try:
            name = self.pointer.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            raise EngineUnavailable("there is no search index yet: run manage.py search_index rebuild") from None
        if not name.startswith(_prefix()):
            raise EngineUnavailable("the search index is of another version: run manage.py search_index rebuild")
        return self.root / name

    def provenance(self) -> str | None:
        """What the folder in use says of itself, also one that this code cannot read; None when there is none."""
        try:
            folder = self.root / self.pointer.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        if not folder.is_dir():
            return None
        kept = folder / PROVENANCE
        return kept.read_text(encoding="ascii") if kept.exists() else ""

    def keep_provenance(self, folder: Path, provenance: str) -> None:
        """Write down what an index was made by, in one step."""
        fresh = folder / f"{PROVENANCE}.new"
        fresh.write_text(provenance, encoding="ascii")
        fresh.replace(folder / PROVENANCE)

    def make(self) -> Path:
        """A fresh, empty folder that nobody points at."""
        folder = self.root / f"{_prefix()}{time.strftime('%Y%m%dT%H%M%S')}-{token_hex(4)}"
        folder.mkdir(parents=True)
        return folder

    def point_to(self, folder: Path) -> None:
        """Make ``folder`` the one in use, in one step that a crash cannot halve."""
        fresh = self.pointer.with_suffix(".new")
        with fresh.open("w", encoding="ascii") as file:
            file.write(folder.name)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.pointer)
        descriptor = os.open(self.root, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove_all_but(self, *kept: Path | None) -> None:
        """Remove indexes that are in nobody's use, those of a build that was killed included."""
        names = {folder.name for folder in kept if folder}
        for folder in self.root.glob("v*-*"):
            if folder.is_dir() and folder.name not in names:
                shutil.rmtree(folder, ignore_errors=True)

    def current_or_none(self) -> Path | None:
        """The folder in use, if there is one."""
        try:
            return self.current()
        except EngineUnavailable:
            return None
