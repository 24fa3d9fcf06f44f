"""Suggestions while typing."""

from __future__ import annotations

from collections import Counter
from typing import Any

from search.analysis import words
from search.engines.elastic.schema import NAME_WORDS

#: Documents looked at: the weightiest that have the words in their title or keywords.
LOOKED_AT = 60


def suggestion_search(prefix: str) -> dict[str, Any] | None:
    """Documents with these words in title or keywords, the last one begun; None without words."""
    begun = words(prefix)
    if not begun:
        return None
    return {
        "query": {
            "constant_score": {"filter": {"match_bool_prefix": {NAME_WORDS: {"query": begun, "operator": "and"}}}}
        },
        "size": LOOKED_AT,
        "_source": ["title", "keywords"],
        "sort": [{"weight": "desc"}, {"page_id": "desc"}],
        "track_total_hits": False,
    }


def matching_texts(prefix: str, answer: dict[str, Any], limit: int) -> list[str]:
    """Best first: what begins with it, then what most pages say, then as the pages are ordered."""
    begun = words(prefix).split()
    counts: Counter[str] = Counter()
    texts: dict[str, tuple[str, int]] = {}
    for hit in answer["hits"]["hits"]:
        for text in (*hit["_source"]["keywords"], hit["_source"]["title"]):
            key = words(text)
            place = _place(key.split(), begun)
            if place is not None:
                counts[key] += 1
                texts.setdefault(key, (text, place))
    ranked = sorted(texts, key=lambda key: (texts[key][1] > 0, -counts[key]))
    return [texts[key][0] for key in ranked[:limit]]


def _place(known: list[str], begun: list[str]) -> int | None:
    """Where the first of the words stands, when all of them do; the last one may be a word begun."""
    *whole, last = begun
    beginning = next((place for place, word in enumerate(known) if word.startswith(last)), None)
    if beginning is None or not set(whole).issubset(known):
        return None
    return known.index(whole[0]) if whole else beginning
