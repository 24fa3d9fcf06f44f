"""Giving changes their numbers and datestamps, so that nobody who follows them misses one.

Numbers that a transaction takes while it runs become visible in the order of the commits, not in that of the
numbers: a harvester that saw 12 would never ask for an 11 that came late. So the transaction of a change only
leaves the record without a number. Right after the commit, in a short transaction that holds the counter's
row, all that waits is numbered. Whoever lists changes does so as well, before reading: what was committed
before the question is in the answer, also when the process that committed it died at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from harvesting.models import ChangeCounter, PublicRecord, RecordSet
from vocabulary.models import Theme, ThemedPage

_CHUNK = 500


def number_pending() -> int:
    """Number what waits, in as many transactions as it takes; how many records were numbered."""
    numbered = 0
    while PublicRecord.objects.filter(sequence=None).exists():
        done = _number_chunk()
        if not done:
            break
        numbered += done
    return numbered


def _number_chunk() -> int:
    with transaction.atomic():
        ChangeCounter.objects.get_or_create(pk=1)
        counter = ChangeCounter.objects.select_for_update().get(pk=1)
        unnumbered = PublicRecord.objects.filter(sequence=None).order_by("pk")
        waiting = list(unnumbered.values_list("pk", "page_number", "deleted_at")[:_CHUNK])
        if not waiting:
            return 0
        ids = [pk for pk, _page, _gone in waiting]
        _renew_sets({page: pk for pk, page, gone in waiting if gone is None})
        now = timezone.now().replace(microsecond=0).astimezone(UTC)
        moment = max(now, counter.last_datestamp or now)
        # The numbers follow the primary keys; gaps do no harm.
        shift = counter.last_sequence + 1 - ids[0]
        PublicRecord.objects.filter(pk__in=ids).update(sequence=F("pk") + shift, datestamp=moment)
        counter.last_sequence, counter.last_datestamp = ids[-1] + shift, moment
        counter.save()
        return len(ids)


def _renew_sets(record_by_page: dict[int, int]) -> None:
    """Put these records into the sets of their pages' themes and of the themes above those."""
    wanted = {(record_by_page[page], slug) for page, slugs in themes_of(list(record_by_page)).items() for slug in slugs}
    kept = RecordSet.objects.filter(record__in=record_by_page.values())
    there = {(record, theme): pk for pk, record, theme in kept.values_list("pk", "record_id", "theme")}
    if surplus := [pk for pair, pk in there.items() if pair not in wanted]:
        RecordSet.objects.filter(pk__in=surplus).delete()
    RecordSet.objects.bulk_create(RecordSet(record_id=record, theme=theme) for record, theme in wanted - there.keys())


def themes_of(page_ids: Sequence[int]) -> dict[int, set[str]]:
    """Codes of the themes of these pages, with the themes above them, as they are in the database now."""
    tree = {pk: (slug, above) for pk, slug, above in Theme.objects.values_list("pk", "slug", "parent_id")}
    found: dict[int, set[str]] = defaultdict(set)
    tagged = ThemedPage.objects.filter(content_object_id__in=page_ids).values_list("content_object_id", "tag_id")
    for page_id, theme in tagged:
        step: int | None = theme
        while step in tree and tree[step][0] not in found[page_id]:
            slug, step = tree[step]
            found[page_id].add(slug)
    return found


def latest() -> tuple[int, datetime | None]:
    """The last number that was given and its datestamp."""
    counter = ChangeCounter.objects.filter(pk=1).first()
    return (counter.last_sequence, counter.last_datestamp) if counter else (0, None)
