"""Counts per facet: exact, and each without its own choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from search.engines.embedded.schema import facet_field
from search.facets import FACETS, Facet
from search.request import SearchRequest

_TOTAL = "total of all pages"


class Counts(NamedTuple):
    """How many pages match, and how many of each code."""

    total: int
    facets: Mapping[str, Mapping[str, int]]


def counts(searcher: Any, request: SearchRequest, query_without: Callable[[str], Any]) -> Counts:
    """The total, and per facet code to number of pages.

    ``query_without`` gives the whole query with the filter of one facet left out, or of none for "". The total
    and the facets without a choice share one pass over the matching pages; each facet with a choice takes one
    of its own.
    """
    free = [facet for facet in FACETS if not request.filters.get(facet.name)]
    total, found = _count(searcher, query_without(""), free)
    for facet in FACETS:
        if request.filters.get(facet.name):
            found.update(_count(searcher, query_without(facet.name), [facet])[1])
    return Counts(total, {facet.name: found[facet.name] for facet in FACETS})


def _count(searcher: Any, query: Any, facets: list[Facet]) -> tuple[int, dict[str, Mapping[str, int]]]:
    asked = {facet.name: _terms(facet) for facet in facets}
    counted = searcher.aggregate(query, {**asked, _TOTAL: {"value_count": {"field": "page_id"}}})
    of_codes: dict[str, Mapping[str, int]] = {
        facet.name: {bucket["key"]: bucket["doc_count"] for bucket in counted[facet.name]["buckets"]}
        for facet in facets
    }
    return int(counted[_TOTAL]["value"]), of_codes


def _terms(facet: Facet) -> dict[str, Any]:
    # Each segment gives all its codes, so that the sums are exact.
    return {"terms": {"field": facet_field(facet.name), "size": facet.size, "segment_size": 10 * facet.size}}
