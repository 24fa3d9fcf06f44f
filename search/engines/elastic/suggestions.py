"""Suggestions while typing."""

from __future__ import annotations

from typing import Any

from search.analysis import words

#: Documents looked at per text that is wanted, because several give the same text.
LOOKED_AT = 4


def suggestion_search(prefix: str, limit: int) -> dict[str, Any] | None:
    """Documents with these words in title or keywords, the last one begun; None without words."""
    begun = words(prefix)
    if not begun:
        return None
    queries = [
        {"match_bool_prefix": {field: {"query": begun, "operator": "and", "boost": boost}}}
        for field, boost in (("title_words", 2.0), ("keywords_words", 1.0))
    ]
    return {
        "query": {
            "function_score": {
                "query": {"dis_max": {"queries": queries}},
                "field_value_factor": {"field": "weight", "missing": 1.0},
            }
        },
        "size": limit * LOOKED_AT,
        "_source": ["title", "keywords"],
        "sort": ["_score", {"page_id": "asc"}],
        "track_total_hits": False,
    }


def matching_texts(prefix: str, answer: dict[str, Any], limit: int) -> list[str]:
    """Of each document found the texts that match, each once, those that begin so before the others."""
    begun = words(prefix).split()
    texts: dict[str, str] = {}
    for hit in answer["hits"]["hits"]:
        for text in (hit["_source"]["title"], *hit["_source"]["keywords"]):
            if _matches(begun, words(text).split()):
                texts.setdefault(words(text), text)
    ranked = sorted(texts, key=lambda known: not known.startswith(" ".join(begun)))
    return [texts[known] for known in ranked[:limit]]


def _matches(begun: list[str], known: list[str]) -> bool:
    *whole, last = begun
    return set(whole).issubset(known) and any(word.startswith(last) for word in known)
