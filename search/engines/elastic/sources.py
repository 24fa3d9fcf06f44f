"""Documents as Elasticsearch keeps them, and as bulk requests carry them."""

from __future__ import annotations

from typing import Any

from search.analysis.documents import field_streams, fingerprint, static_weight
from search.documents import SearchDocument
from search.facets import FACET_NAMES
from search.orders import order_keys
from search.snippets import MAX_SEARCHED_CHARACTERS

#: Words of one field that say what a page is about; the rest of a long text adds little and costs time.
TOPIC_WORDS = 300


def source(document: SearchDocument) -> dict[str, Any]:
    """All fields of one document; the analysis of its text happens here."""
    kept: dict[str, Any] = {
        "page_id": document.page_id,
        "type": document.type,
        "title": document.title,
        "path": document.path,
        "summary": document.summary,
        # Only snippets are cut from it; what is searched are the streams of all of it.
        "body": document.body[:MAX_SEARCHED_CHARACTERS],
        "keywords": list(document.keywords),
        "date": document.date.isoformat() if document.date else None,
        "year": document.year,
        "facets": {name: list(document.facets[name]) for name in FACET_NAMES if document.facets.get(name)},
        "card": document.card,
        "order_keys": order_keys(document),
        "weight": static_weight(document),
        "fingerprint": fingerprint(document),
    }
    streams = field_streams(document)
    about: list[str] = []
    for name, stream in streams.items():
        kept[f"{name}_stems"] = stream.stems
        kept[f"{name}_parts"] = stream.parts
        about += stream.parts.split()[:TOPIC_WORDS]
    kept["words"] = " ".join(stream.words for stream in streams.values())
    kept["name_words"] = f"{streams['title'].words} {streams['keywords'].words}"
    kept["topic"] = " ".join(filter(str.isalnum, about))
    return kept


def index_action(document: SearchDocument) -> dict[str, Any]:
    """Write this document, whether it was there or not."""
    return {"_op_type": "index", "_id": str(document.page_id), "_source": source(document)}


def delete_action(page_id: int) -> dict[str, Any]:
    """Take this document out, whether it was there or not."""
    return {"_op_type": "delete", "_id": str(page_id)}
