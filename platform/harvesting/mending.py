"""Finding what the records have wrong: pages that were written past the signals, in bulk or by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from caching import generation
from harvesting import numbering
from harvesting.kinds import model_by_type, recordable
from harvesting.models import PublicRecord, RecordSet
from harvesting.records import CHUNK, look_again, say_deleted

#: Local time; the backups and mails of the night are other hours.
DAILY_AT = time(4, 40)
#: A record is dated right after the page that it is of; so much may lie between.
_SLACK = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Mended:
    """How many records were made, brought up to date, and marked deleted."""

    made: int = 0
    renewed: int = 0
    deleted: int = 0

    def __bool__(self) -> bool:
        return bool(self.made or self.renewed or self.deleted)


def mend() -> Mended:
    """Compare every page with its record and put right what differs; a second time it changes nothing.

    Each chunk is a transaction of its own and a few queries; memory does not grow with the site.
    """
    made = renewed = deleted = 0
    for page_ids in _pages():
        with transaction.atomic():
            missing, stale = _wrong_among(page_ids)
            look_again([*missing, *stale])
        made, renewed = made + len(missing), renewed + len(stale)
    for record_pages in _open_records():
        public = set(recordable(Page.objects.filter(pk__in=record_pages)).values_list("pk", flat=True))
        deleted += say_deleted([page for page in record_pages if page not in public])
    numbering.number_pending()
    done = Mended(made, renewed, deleted)
    if done:
        generation.renew()
    return done


def _wrong_among(page_ids: Sequence[int]) -> tuple[list[int], list[int]]:
    """Public pages without a record, and those whose record says something else."""
    kinds = model_by_type()
    records = {record.page_number: record for record in PublicRecord.objects.filter(page_number__in=page_ids)}
    sets: dict[int, set[str]] = {}
    for page, theme in RecordSet.objects.filter(record__page_number__in=page_ids).values_list(
        "record__page_number", "theme"
    ):
        sets.setdefault(page, set()).add(theme)
    themes = numbering.themes_of(page_ids)
    missing: list[int] = []
    stale: list[int] = []
    now = timezone.now()
    pages = Page.objects.filter(pk__in=page_ids).values_list("pk", "content_type_id", "last_published_at")
    for page_id, type_id, published in pages:
        record = records.get(page_id)
        if record is None:
            missing.append(page_id)
        elif (
            record.deleted_at is not None
            or record.page_id is None
            or record.content_kind != kinds[type_id].content_kind
            or sets.get(page_id, set()) != themes.get(page_id, set())
            or (published is not None and record.datestamp + _SLACK < published < now)
        ):
            stale.append(page_id)
    return missing, stale


def _pages() -> Iterator[list[int]]:
    last = 0
    public = recordable(Page.objects.all()).order_by("pk").values_list("pk", flat=True)
    while page_ids := list(public.filter(pk__gt=last)[:CHUNK]):
        yield page_ids
        last = page_ids[-1]


def _open_records() -> Iterator[list[int]]:
    last = 0
    records = PublicRecord.objects.filter(deleted_at=None).order_by("page_number")
    while pages := list(records.filter(page_number__gt=last).values_list("page_number", flat=True)[:CHUNK]):
        yield pages
        last = pages[-1]
