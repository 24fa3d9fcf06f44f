"""Message catalogues, compiled with Babel: no system has to have gettext for it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from django.core.exceptions import ImproperlyConfigured


def compile_catalogues(folders: Iterable[Path]) -> list[Path]:
    """Compile each ``.po`` below the folders that is newer than its ``.mo``; the files that were written.

    Raises ImproperlyConfigured for a catalogue that cannot be read, with its line.
    """
    sources = [source for folder in folders for source in sorted(folder.glob("*/LC_MESSAGES/*.po"))]
    return [_compile(source) for source in sources if _is_stale(source)]


def _is_stale(source: Path) -> bool:
    target = source.with_suffix(".mo")
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


def _compile(source: Path) -> Path:
    target = source.with_suffix(".mo")
    fresh = target.with_suffix(f".mo.{os.getpid()}")
    try:
        with source.open("rb") as readable, fresh.open("wb") as writable:
            write_mo(writable, read_po(readable, abort_invalid=True))
    except PoFileError as problem:
        fresh.unlink(missing_ok=True)
        raise ImproperlyConfigured(f"{source}: {problem}") from problem
    # Whole or not at all: other processes may be reading it.
    fresh.replace(target)
    return target
