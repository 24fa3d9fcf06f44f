"""Writing down, in the transaction of a change, which pages are public and which are no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from harvesting import numbering
from harvesting.kinds import model_by_type, recordable
from harvesting.models import PublicRecord

#: Pages that are looked at together.
CHUNK = 500


def identifier_of(page_number: int) -> str:
    """The name that a page's record gets when it is first made: ``oai:www.example.nl:12``."""
    return f"oai:{urlsplit(settings.SITE_URL).hostname}:{page_number}"


def look_again(page_ids: Iterable[int]) -> int:
    """Bring the records of these pages in line with what they are now; how many records changed.

    A public page gets a record, or a new date on the one it has; one that is not public any more is marked
    deleted; of what never was public nothing is written. Call it inside the transaction of the change.
    """
    changed = sum(_look_at(chunk) for chunk in _chunks(page_ids))
    if changed:
        transaction.on_commit(numbering.number_pending, robust=True)
    return changed


def say_deleted(page_ids: Sequence[int]) -> int:
    """Mark the records of pages that go, or are public no more; how many there were."""
    gone = PublicRecord.objects.filter(page_number__in=page_ids, deleted_at=None)
    changed = gone.update(deleted_at=timezone.now(), sequence=None)
    if changed:
        transaction.on_commit(numbering.number_pending, robust=True)
    return changed


def _look_at(page_ids: Sequence[int]) -> int:
    kinds = model_by_type()
    public = {
        page_id: kinds[type_id].content_kind
        for page_id, type_id in recordable(Page.objects.filter(pk__in=page_ids)).values_list("pk", "content_type_id")
    }
    known = dict(PublicRecord.objects.filter(page_number__in=page_ids).values_list("page_number", "content_kind"))
    changed = 0
    again = [page_id for page_id in public if page_id in known]
    if again:
        changed += PublicRecord.objects.filter(page_number__in=again).update(
            sequence=None, deleted_at=None, datestamp=_now()
        )
    for page_id in again:
        if known[page_id] != public[page_id]:
            PublicRecord.objects.filter(page_number=page_id).update(content_kind=public[page_id])
    if fresh := [page_id for page_id in public if page_id not in known]:
        # Two transactions that publish the same page: the first one's row stands.
        PublicRecord.objects.bulk_create((_fresh(page_id, public[page_id]) for page_id in fresh), ignore_conflicts=True)
        changed += len(fresh)
    if hidden := [page_id for page_id in known if page_id not in public]:
        changed += say_deleted(hidden)
    return changed


def _fresh(page_id: int, kind: str) -> PublicRecord:
    return PublicRecord(
        page_id=page_id,
        page_number=page_id,
        identifier=identifier_of(page_id),
        content_kind=kind,
        datestamp=_now(),
    )


def _now() -> datetime:
    return timezone.now().replace(microsecond=0)


def _chunks(page_ids: Iterable[int]) -> Iterator[list[int]]:
    ids = iter(dict.fromkeys(page_ids))
    while chunk := list(islice(ids, CHUNK)):
        yield chunk
