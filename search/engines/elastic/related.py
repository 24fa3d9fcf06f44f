"""Pages like a page."""

from __future__ import annotations

from typing import Any

from search.engines.elastic.schema import SHOWN, TOPIC

#: How many of a page's telling words a related page should share.
SHARED = "15%"


def related_search(index: str, page_id: int, limit: int) -> dict[str, Any]:
    """A search for pages with what sets this page's topic and themes apart; itself left out."""
    like = {
        "more_like_this": {
            "fields": [TOPIC, "facets.thema"],
            "like": [{"_index": index, "_id": str(page_id)}],
            "min_term_freq": 1,
            "min_doc_freq": 2,
            "max_query_terms": 30,
            "minimum_should_match": SHARED,
        }
    }
    return {"query": like, "size": limit, "_source": list(SHOWN), "sort": ["_score", {"page_id": "asc"}]}
