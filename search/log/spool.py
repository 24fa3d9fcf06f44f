"""A line a search, appended to a file: no database in the request."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from search.log.privacy import countable

logger = logging.getLogger(__name__)

#: When nobody collects, the spool stops growing here.
MAX_BYTES = 5 * 1024 * 1024
CURRENT = "searches.jsonl"


def folder() -> Path:
    """Where the spool is."""
    return Path(settings.DATA_DIR) / "search-log"


def count_search(query: str, found: int) -> None:
    """Remember that this was searched, and whether it found something. Never fails the search."""
    if (text := countable(query)) is None:
        return
    line = json.dumps([timezone.localdate().isoformat(), text, int(found == 0)], ensure_ascii=False) + "\n"
    try:
        _append(line.encode())
    except OSError as problem:
        logger.warning("Search not counted: %s", problem)


def _append(line: bytes) -> None:
    """One write with O_APPEND: lines of several processes never run into each other."""
    folder().mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder() / CURRENT, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
    try:
        if os.fstat(descriptor).st_size < MAX_BYTES:
            os.write(descriptor, line)
    finally:
        os.close(descriptor)
