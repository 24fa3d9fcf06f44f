"""The shape of the embedded index, and documents in it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from heapq import nlargest
from operator import itemgetter
from typing import Any

import tantivy

from search.analysis.documents import field_streams, fingerprint, static_weight
from search.analysis.streams import Streams
from search.documents import SearchDocument
from search.facets import FACET_NAMES
from search.orders import order_keys, orders
from search.query.plan import FIELD_WEIGHTS

#: Raise when the fields change: older folders are not read any more then.
_FIELDS_VERSION = 2
#: Page ids stay below this; the rest of an ordering key is the date or the weight.
_ID_BITS = 34
_MAX_ID = (1 << _ID_BITS) - 1
#: Most telling stems that are kept of a page, to find pages like it.
TOPIC_SIZE = 40
TOPIC_BODY_WORDS = 600


@cache
def schema_version() -> str:
    """Names the fields, those that rooms added included: a folder with other fields is not read."""
    added = json.dumps([sorted(FACET_NAMES), sorted(orders())])
    return f"{_FIELDS_VERSION}.{blake2b(added.encode(), digest_size=4).hexdigest()}"


@cache
def schema() -> Any:
    """The fields. Everything is analysed before: Tantivy only splits at spaces."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("page_id", indexed=True, fast=True)
    for field in FIELD_WEIGHTS:
        builder.add_text_field(f"{field}_stems", tokenizer_name="whitespace")
        builder.add_text_field(f"{field}_parts", tokenizer_name="whitespace", index_option="freq")
    # Words as written: of everything for corrections, of titles and keywords for suggestions while typing.
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("name_words", tokenizer_name="whitespace", index_option="basic")
    for name in FACET_NAMES:
        builder.add_text_field(facet_field(name), tokenizer_name="raw", index_option="basic", fast=True)
    for name in orders():
        builder.add_text_field(order_field(name), tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_unsigned_field("by_date", fast=True)
    builder.add_unsigned_field("by_weight", fast=True)
    builder.add_float_field("weight", fast=True)
    # "page id:fingerprint", so that all of them can be listed without reading any page.
    builder.add_text_field("identity", tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("shown", stored=True)
    builder.add_bytes_field("body", stored=True)
    return builder.build()


def facet_field(name: str) -> str:
    """The field that holds the codes of a facet."""
    return f"facet_{name}"


def order_field(name: str) -> str:
    """The field that holds the keys of an order of :mod:`search.orders`."""
    return f"order_{name}"


def to_tantivy(document: SearchDocument) -> Any:
    """A document as Tantivy takes it; the analysis of its text happens here."""
    made = tantivy.Document()
    made.add_unsigned("page_id", document.page_id)
    streams = field_streams(document)
    for field, stream in streams.items():
        made.add_text(f"{field}_stems", stream.stems)
        made.add_text(f"{field}_parts", stream.parts)
        made.add_text("words", stream.words)
    made.add_text("name_words", f"{streams['title'].words} {streams['keywords'].words}")
    for name in FACET_NAMES:
        for code in dict.fromkeys(document.facets.get(name, ())):
            made.add_text(facet_field(name), code)
    for name, key in order_keys(document).items():
        made.add_text(order_field(name), key)
    if document.year is not None:
        made.add_integer("year", document.year)
    weight = static_weight(document)
    made.add_unsigned("by_date", _order(document.date.toordinal() if document.date else 0, document.page_id))
    made.add_unsigned("by_weight", _order(round(weight * 1_000_000), document.page_id))
    made.add_float("weight", _as_weight_field(weight))
    made.add_text("identity", f"{document.page_id}:{fingerprint(document)}")
    made.add_bytes("shown", _shown(document, streams))
    made.add_bytes("body", document.body.encode("utf-8", "replace"))
    return made


def _order(value: int, page_id: int) -> int:
    """One number to sort by: by ``value``, equal ones by page id, the newest page first."""
    return (min(value, (1 << (63 - _ID_BITS)) - 1) << _ID_BITS) | min(page_id, _MAX_ID)


def _as_weight_field(weight: float) -> float:
    """Tantivy multiplies a score with ``log2(2 + field)``; this makes that four times ``weight``.

    Four times, because the field cannot make a factor below one; all scores grow by it alike.
    """
    return float(2 ** (4 * weight) - 2)


def _shown(document: SearchDocument, streams: Mapping[str, Streams]) -> bytes:
    """What a hit is made of, without its text, and what the page is about."""
    kept = {
        "page_id": document.page_id,
        "type": document.type,
        "title": document.title,
        "path": document.path,
        "summary": document.summary,
        "keywords": document.keywords,
        "facets": document.facets,
        "card": document.card,
        "topic": _topic(streams),
    }
    return json.dumps(kept, separators=(",", ":"), default=str).encode("ascii")


def _topic(streams: Mapping[str, Streams]) -> dict[str, float]:
    """Stems that stand most in the page, counted by the weight of the field that they stand in."""
    counts: defaultdict[str, float] = defaultdict(float)
    for field, stream in streams.items():
        for stem, count in Counter(stream.parts.split()[:TOPIC_BODY_WORDS]).items():
            if len(stem) > 2 and not stem.isdigit():
                counts[stem] += count * FIELD_WEIGHTS[field]
    return dict(nlargest(TOPIC_SIZE, counts.items(), key=itemgetter(1, 0)))
