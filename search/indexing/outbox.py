"""Saying that pages changed, as part of the change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from search.models import IndexOutboxEntry

#: How long applied entries are kept; a rebuild that takes longer than this may miss changes.
KEEP_APPLIED = timedelta(days=7)
_INSERT_BATCH = 1_000


def record_changes(page_ids: Iterable[int]) -> None:
    """Have the index look at these pages again.

    Call it inside the transaction of the change: the entries are there when that commits and never otherwise.
    """
    entries = (IndexOutboxEntry(page_id=page_id) for page_id in dict.fromkeys(page_ids))
    IndexOutboxEntry.objects.bulk_create(entries, batch_size=_INSERT_BATCH)


def record_pages(pages: QuerySet[Page]) -> None:
    """Have the index look at all pages of a queryset again, whichever class it is of.

    For what changes many pages without saving them: a theme that is merged, an organisation that moves.
    """
    record_changes(pages.order_by().values_list("pk", flat=True).iterator())


def forget_applied() -> int:
    """Remove what was applied long ago; the number of entries removed."""
    return IndexOutboxEntry.objects.filter(applied_at__lt=timezone.now() - KEEP_APPLIED).delete()[0]
