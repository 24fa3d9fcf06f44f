"""Adding the spool up into counts a day."""

from __future__ import annotations

import json
import secrets
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from search.log.spool import CURRENT, folder
from search.models import SearchCount

#: How long a writer may take between opening the spool and writing its line.
SETTLE_SECONDS = 2.0
#: Counts are kept this long, so that a school year can be held against the one before.
KEEP = timedelta(days=800)
_SET_ASIDE = "collecting-*.jsonl"

Counts = dict[tuple[date, str], tuple[int, int]]


def collect(settle_seconds: float = SETTLE_SECONDS) -> int:
    """Add what was spooled to the counts; the number of searches added.

    The spool is set aside first and added up once its last writer must be done, so one call adds up what an
    earlier one set aside. Each file is added in one transaction and removed when that commits.
    """
    current = folder() / CURRENT
    if current.exists():
        current.rename(folder() / _SET_ASIDE.replace("*", secrets.token_hex(8)))
    added = sum(_add_file(path) for path in _settled(settle_seconds))
    SearchCount.objects.filter(day__lt=timezone.localdate() - KEEP).delete()
    return added


def _settled(seconds: float) -> Iterator[Path]:
    for path in sorted(folder().glob(_SET_ASIDE)):
        if time.time() - path.stat().st_ctime >= seconds:
            yield path


def _add_file(path: Path) -> int:
    counts = _counted(path)
    with transaction.atomic():
        for (day, query), (searches, without_result) in counts.items():
            _add(day, query, searches, without_result)
        transaction.on_commit(lambda: path.unlink(missing_ok=True))
    return sum(searches for searches, _ in counts.values())


def _counted(path: Path) -> Counts:
    counts: Counts = defaultdict(lambda: (0, 0))
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                day, query, nothing = json.loads(line)
                key = (date.fromisoformat(day), str(query))
            except (ValueError, TypeError):
                continue  # A line that a full disk cut short.
            searches, without_result = counts[key]
            counts[key] = (searches + 1, without_result + int(bool(nothing)))
    return counts


def _add(day: date, query: str, searches: int, without_result: int) -> None:
    row, created = SearchCount.objects.get_or_create(
        day=day, query=query, defaults={"searches": searches, "without_result": without_result}
    )
    if not created:
        SearchCount.objects.filter(pk=row.pk).update(
            searches=F("searches") + searches, without_result=F("without_result") + without_result
        )
