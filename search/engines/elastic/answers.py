"""From what the server answers to what a page shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from search.facets import FACET_NAMES
from search.results import Hit, SearchResults
from search.snippets import highlight, snippet

Answer = Mapping[str, Any]


def total_of(answer: Answer) -> int:
    """How many documents were found."""
    return int(answer["hits"]["total"]["value"])


def results(answer: Answer, marked: frozenset[str] = frozenset(), pinned: Collection[int] = ()) -> SearchResults:
    """The hits of this page with all counts."""
    hits = tuple(_hit(hit, marked, pinned) for hit in answer["hits"]["hits"])
    return SearchResults(
        hits=hits,
        total=total_of(answer),
        facets=_counts(answer.get("aggregations", {})),
        engine="elasticsearch",
    )


def _counts(aggregations: Answer) -> dict[str, dict[str, int]]:
    counted: dict[str, dict[str, int]] = {}
    for name in FACET_NAMES:
        if inner := aggregations.get(f"_filter_{name}"):
            counted[name] = {bucket["key"]: bucket["doc_count"] for bucket in inner[name]["buckets"]}
    return counted


def _hit(hit: Answer, marked: frozenset[str], pinned: Collection[int]) -> Hit:
    source = hit["_source"]
    shown = snippet(source["summary"], source["body"], marked)
    return Hit(
        page_id=source["page_id"],
        type=source["type"],
        title=source["title"],
        path=source["path"],
        title_html=highlight(source["title"], marked),
        snippet_html=shown.html,
        snippet=shown.text,
        themes=tuple(source.get("facets", {}).get("thema", ())),
        score=float(hit["_score"] or 0.0),
        card=source["card"],
        pinned=source["page_id"] in pinned,
    )
