"""What an index was made by: noticed when an update brings other fields, another analysis or other documents."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.apps import apps
from django.conf import settings

from search.analysis.documents import ANALYSIS_VERSION
from search.analysis.word_lists import digest
from search.engines.base import SearchEngine


@dataclass(frozen=True, slots=True)
class Provenance:
    """Kept beside each index as one word; :mod:`search.indexing.renewal` acts on it."""

    #: The fields of the index and the analysis of its texts: with another one the index has to be made anew.
    shape: str
    #: The code that describes pages: with another one, documents may have become other ones.
    code: str = ""

    def __str__(self) -> str:
        return f"{self.shape}/{self.code}"

    @classmethod
    def read(cls, kept: str) -> Provenance:
        """What ``str`` wrote; of an index that says nothing, one that equals no other."""
        shape, _, code = kept.partition("/")
        return cls(shape, code)


def provenance(engine: SearchEngine) -> Provenance:
    """That of an index which this code makes now."""
    return Provenance(f"{engine.shape()}.{ANALYSIS_VERSION}.{digest()}", code_digest())


def is_current(engine: SearchEngine) -> bool:
    """Whether the index in use was made by this code. Raises EngineUnavailable when the engine is away."""
    return engine.provenance() == str(provenance(engine))


@cache
def code_digest() -> str:
    """Changes with the code of any room and with any package: cheap to know, and never too few.

    That a document really became another one is found out by describing the pages again.
    """
    content = blake2b(digest_size=8)
    for path in sorted(_sources()):
        content.update(str(path.relative_to(settings.BASE_DIR)).encode())
        content.update(path.read_bytes())
    return content.hexdigest()


def _sources() -> Iterator[Path]:
    root, packages = Path(settings.BASE_DIR), sysconfig.get_path("purelib")
    rooms = {Path(room.path) for room in apps.get_app_configs()}
    for room in rooms:
        # A virtual environment may stand below the root.
        if room.is_relative_to(root) and not room.is_relative_to(packages) and not rooms & set(room.parents):
            yield from room.rglob("*.py")
    pinned = root / "requirements" / "run.txt"
    if pinned.exists():
        yield pinned
