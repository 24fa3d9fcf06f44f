"""Which records a list has, a part at a time, by their numbers: no part depends on how many came before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from harvesting import numbering
from harvesting.loading import load, public_among
from harvesting.metadata import Metadata
from harvesting.models import PublicRecord, RecordSet
from harvesting.oai import sets
from harvesting.oai.arguments import OaiRequest, period
from harvesting.oai.errors import OaiError
from harvesting.oai.tokens import Place, read

#: Records in one answer with their metadata, and identifiers without.
RECORDS, IDENTIFIERS = 100, 500


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, its sets and, where that is asked for, what is said of its page."""

    record: PublicRecord
    themes: list[str]
    #: True when nobody may see the page at this moment, also where the record does not know that yet.
    is_deleted: bool
    metadata: Metadata | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Some entries of a list, where they stand in it, and where the rest begins."""

    entries: list[Entry]
    place: Place
    rest: Place | None


def part_of(request: OaiRequest) -> Part:
    """The part of the list that is asked for. Raises an error of the protocol, also when there is nothing in it."""
    # What was committed before this question is in the answer.
    numbering.number_pending()
    if token := request.get("resumptionToken"):
        place = read(token, request.verb)
        found = _records(place)
    else:
        start, end = period(request)
        place = Place(
            request.verb,
            request.get("metadataPrefix"),
            int(start.timestamp()) if start else None,
            int(end.timestamp()) if end else None,
            request.get("set"),
        )
        found = _records(place)
        place = Place(place.verb, place.prefix, place.start, place.end, place.set_spec, size=found.count())
    length = RECORDS if request.verb == "ListRecords" else IDENTIFIERS
    records = list(found.filter(sequence__gt=place.after).order_by("sequence")[: length + 1])
    if not records:
        # Also of a list that goes on: all that was left of it may have changed, and so be dated past its until.
        raise OaiError("noRecordsMatch", "There are no such records." if not token else "There are no more records.")
    shown = records[:length]
    more = len(records) > length
    rest = place.further(shown[-1].sequence or 0, len(shown)) if more else None
    return Part(entries_of(shown, request.verb == "ListRecords"), place, rest)


def entries_of(records: Sequence[PublicRecord], with_metadata: bool) -> list[Entry]:
    """Records with their sets and metadata, in a few queries for all."""
    themes: dict[int, list[str]] = defaultdict(list)
    rows = RecordSet.objects.filter(record__in=[record.pk for record in records]).order_by("theme")
    for record_id, theme in rows.values_list("record_id", "theme"):
        themes[record_id].append(theme)
    open_pages = [record.page_number for record in records if not record.is_deleted]
    said = {pk: loaded.metadata for pk, loaded in load(open_pages).items()} if with_metadata else {}
    public = set(said) if with_metadata else public_among(open_pages)
    return [
        Entry(record, themes[record.pk], record.page_number not in public, said.get(record.page_number))
        for record in records
    ]


def _records(place: Place) -> QuerySet[PublicRecord]:
    records = PublicRecord.objects.filter(sequence__isnull=False)
    start, end = place.period
    if start:
        records = records.filter(datestamp__gte=start)
    if end:
        records = records.filter(datestamp__lte=end)
    return sets.within(records, place.set_spec) if place.set_spec else records
