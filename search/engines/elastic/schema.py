"""The shape of the index.

Only what every Elasticsearch 8 has. The Dutch analysis is done before, by :mod:`search.analysis`, for both
engines: what comes here are terms between spaces.
"""

from __future__ import annotations

from typing import Any

from elasticsearch_dsl import Float, Integer, Keyword, Mapping, Object, Text

from search.facets import FACET_NAMES
from search.orders import orders
from search.query.plan import FIELD_WEIGHTS
from search.request import MAX_RESULT_WINDOW

#: What hits are made of, and nothing that only serves matching.
SHOWN = ("page_id", "type", "title", "path", "summary", "body", "facets.thema", "card")
#: All words as written: where corrections of a query come from.
WORDS = "words"
#: The words of titles and keywords as written: what completes a word while typing.
NAME_WORDS = "name_words"
#: What a document is about, by which pages like it are found.
TOPIC = "topic"

#: Where the mapping says which code made the index (:mod:`search.indexing.provenance`).
MADE_BY = "made_by"

#: One shard: counts are exact, and a million pages fit. A cluster adds copies, which is what reading needs.
SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    # Every write asks for a refresh itself; without a value here an idle index refreshes in a visitor's time.
    "refresh_interval": "30s",
    "max_result_window": MAX_RESULT_WINDOW,
}


def mapping() -> Mapping:
    """Every field by name; a document with another one is refused."""
    fields = Mapping()
    fields.meta("dynamic", "strict")
    # The streams are made from the text again whenever a document is written: no need to store them.
    fields.meta("_source", excludes=["*_stems", "*_parts", WORDS, NAME_WORDS, TOPIC, "order_keys"])
    for name in FIELD_WEIGHTS:
        fields.field(name, Text(index=False))
        fields.field(f"{name}_stems", Text(analyzer="whitespace"))
        fields.field(f"{name}_parts", Text(analyzer="whitespace", index_options="freqs"))
    fields.field(WORDS, Text(analyzer="whitespace", index_options="docs", norms=False))
    prefixes = {"min_chars": 2, "max_chars": 8}
    fields.field(NAME_WORDS, Text(analyzer="whitespace", index_options="docs", norms=False, index_prefixes=prefixes))
    fields.field(TOPIC, Text(analyzer="whitespace", index_options="freqs", term_vector="yes"))
    fields.field("page_id", Integer())
    fields.field("type", Keyword())
    fields.field("path", Keyword(index=False, doc_values=False))
    fields.field("card", Object(enabled=False))
    fields.field("facets", Object(properties={name: Keyword() for name in FACET_NAMES}))
    keys = {name: Keyword(index=False) for name in orders()}
    fields.field("order_keys", Object(properties=keys))
    fields.field("date", "date")
    fields.field("year", Integer())
    fields.field("weight", Float())
    fields.field("fingerprint", Keyword(index=False))
    return fields
