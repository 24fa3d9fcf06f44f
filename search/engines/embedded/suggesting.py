"""Titles and keywords that complete what is being typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tantivy import Order, Query

from search.analysis import analyse
from search.engines.embedded.hits import shown
from search.engines.embedded.matching import all_of
from search.engines.embedded.schema import schema

#: Pages looked at: the weightiest that have the words in their title or keywords.
LOOKED_AT = 60


def suggestions(searcher: Any, prefix: str, limit: int) -> list[str]:
    """Best first: what begins with it, then what most pages say, then as the pages are ordered."""
    typed = [token.word for token in analyse(prefix)]
    if not typed or limit < 1:
        return []
    queries = [Query.term_query(schema(), "name_words", word) for word in typed[:-1]]
    queries.append(Query.regex_query(schema(), "name_words", f"{re.escape(typed[-1])}.*"))
    found = searcher.search(all_of(queries), LOOKED_AT, count=False, order_by_field="by_weight", order=Order.Desc)
    counts: Counter[str] = Counter()
    places: dict[str, tuple[str, int]] = {}
    for _, address in found.hits:
        for text in _names(shown(searcher.doc(address))):
            words = [token.word for token in analyse(text)]
            place = _place(words, typed)
            if place is not None:
                key = " ".join(words)
                counts[key] += 1
                places.setdefault(key, (text, place))
    ranked = sorted(places, key=lambda key: (places[key][1] > 0, -counts[key]))
    return [places[key][0] for key in ranked[:limit]]


def _names(kept: dict[str, Any]) -> Iterator[str]:
    yield from kept["keywords"]
    yield kept["title"]


def _place(words: list[str], typed: list[str]) -> int | None:
    """Where the last typed word stands as a beginning, when the others are there too."""
    if not all(word in words for word in typed[:-1]):
        return None
    beginning = next((i for i, word in enumerate(words) if word.startswith(typed[-1])), None)
    if beginning is None or len(typed) == 1:
        return beginning
    return words.index(typed[0])
