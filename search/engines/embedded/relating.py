"""Pages like a page: the same themes and subjects, and the words that it is about."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from tantivy import Query

from search.engines.embedded.hits import shown
from search.engines.embedded.matching import any_of, but_not, in_any_field, of_pages
from search.engines.embedded.schema import facet_field, schema

#: Words that are looked for: those that stand most in this page and least in others.
TOPIC_TERMS = 20
#: What sharing one code of a facet is worth, in units of one telling word.
FACET_SCORES: Mapping[str, float] = {"thema": 4.0, "vak": 1.5, "niveau": 0.3, "doelgroep": 0.3}
_FIELDS: Mapping[str, float] = {"title": 2.0, "keywords": 1.5, "body": 1.0}


def related_hits(searcher: Any, page_id: int, limit: int) -> list[tuple[float, Any]]:
    """Scores and addresses, the most alike first; empty for a page that the index does not have."""
    itself = of_pages([page_id])
    found = searcher.search(itself, 1).hits
    if not found or limit < 1:
        return []
    kept = shown(searcher.doc(found[0][1]))
    queries = [
        Query.const_score_query(Query.term_query(schema(), facet_field(name), code), score)
        for name, score in FACET_SCORES.items()
        for code in kept["facets"].get(name, ())
    ]
    queries += [
        Query.const_score_query(in_any_field("parts", stem, _FIELDS), weight)
        for stem, weight in _telling(searcher, kept["topic"])
    ]
    if not queries:
        return []
    alike: list[tuple[float, Any]] = searcher.search(but_not(any_of(queries), itself), limit + TOPIC_TERMS).hits
    ids = searcher.fast_field_values("page_id", [address for _, address in alike])
    ranked = sorted(zip(alike, ids, strict=True), key=lambda pair: (-pair[0][0], -pair[1]))
    return [hit for hit, _ in ranked[:limit]]


def _telling(searcher: Any, topic: Mapping[str, float]) -> list[tuple[str, float]]:
    """The most telling stems with a weight of at most one each."""
    pages = max(searcher.num_docs, 1)
    scored = []
    for stem, count in topic.items():
        having = max(searcher.doc_freq(f"{field}_parts", stem) for field in _FIELDS)
        rarity = math.log(1 + pages / (having + 1))
        scored.append((stem, (1 + math.log(count)) * rarity))
    scored.sort(key=lambda pair: (-pair[1], pair[0]))
    best = scored[:TOPIC_TERMS]
    highest = best[0][1] if best else 1.0
    return [(stem, score / highest) for stem, score in best]
