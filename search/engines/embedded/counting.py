"""Counts per facet: exact, and each without its own choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from search.engines.embedded.schema import facet_field
from search.facets import FACETS, Facet
from search.request import SearchRequest


def facet_counts(
    searcher: Any, request: SearchRequest, query_without: Callable[[str], Any]
) -> Mapping[str, Mapping[str, int]]:
    """Facet to code to number of pages.

    ``query_without`` gives the whole query with the filter of one facet left out, or of none for "". Facets
    without a choice share one pass over the matching pages; each facet with a choice takes one of its own.
    """
    counts: dict[str, Mapping[str, int]] = {}
    free = [facet for facet in FACETS if not request.filters.get(facet.name)]
    counts.update(_count(searcher, query_without(""), free))
    for facet in FACETS:
        if request.filters.get(facet.name):
            counts.update(_count(searcher, query_without(facet.name), [facet]))
    return {facet.name: counts[facet.name] for facet in FACETS}


def _count(searcher: Any, query: Any, facets: list[Facet]) -> dict[str, Mapping[str, int]]:
    if not facets:
        return {}
    counted = searcher.aggregate(query, {facet.name: _terms(facet) for facet in facets})
    return {
        facet.name: {bucket["key"]: bucket["doc_count"] for bucket in counted[facet.name]["buckets"]}
        for facet in facets
    }


def _terms(facet: Facet) -> dict[str, Any]:
    # Each segment gives all its codes, so that the sums are exact.
    return {"terms": {"field": facet_field(facet.name), "size": facet.size, "segment_size": 10 * facet.size}}
