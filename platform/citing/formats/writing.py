"""References as a file for a reference manager."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from citing.formats.bibtex_writing import bibtex
from citing.formats.csl_json import csl_json
from citing.formats.ris_writing import ris
from citing.items import CslItem


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name for readers and what a file of it is called and served as."""

    label: str
    extension: str
    content_type: str
    make: Callable[[Iterable[CslItem]], str]


@dataclass(frozen=True, slots=True)
class File:
    """A file that was made; ``extension`` has no dot."""

    content: bytes
    content_type: str
    extension: str


FORMATS = {
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex; charset=utf-8", bibtex),
    "ris": Format("RIS", "ris", "application/x-research-info-systems; charset=utf-8", ris),
    "csl-json": Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json),
}


def write(items: Iterable[CslItem], code: str) -> File:
    """``items`` in the format ``code``: "bibtex", "ris" or "csl-json". Raises KeyError for another one."""
    chosen = FORMATS[code]
    return File(chosen.make(items).encode("utf-8"), chosen.content_type, chosen.extension)
