"""All template variables about a search."""

from __future__ import annotations

from dataclasses import dataclass

from search import labels
from search.fallback import NAME as SIMPLE
from search.presentation.chips import chips
from search.presentation.filters import facet_groups
from search.presentation.paging import neighbour_url, page_links
from search.presentation.sorting import sort_links
from search.query.addresses import to_querystring, without_derived
from search.request import SearchRequest
from search.results import SearchResults


@dataclass(frozen=True, slots=True)
class Listing:
    """What a listing fixes: its type, the filters that stand first, its orders, and which one holds without words."""

    type: str = ""
    facets_first: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    default_order: str = "date"


def result_context(
    request: SearchRequest,
    results: SearchResults,
    hidden: frozenset[str] = frozenset(),
    listing: Listing | None = None,
) -> dict[str, object]:
    """All template variables about a search; ``hidden`` facets are fixed by the page itself."""
    listing = listing or Listing()
    return {
        "search": request,
        "results": results,
        "facet_groups": facet_groups(request, results, hidden, listing.type, listing.facets_first),
        "chips": chips(request, hidden),
        "page_links": page_links(request, results.total),
        "previous_url": neighbour_url(request, results.total, -1),
        "next_url": neighbour_url(request, results.total, +1),
        "sort_links": sort_links(request, listing.orders, listing.default_order),
        "literal_url": without_derived(request) if request.derived else "",
        "query_string": to_querystring(request, page=1, carried=()),
        "clear_url": _only_words(request, request.query, request.typed),
        "suggestion_url": _only_words(request, results.suggestion or "", results.suggestion or ""),
        "type_counts": _type_counts(results),
        "is_simple": results.engine == SIMPLE,
        "beyond_window": request.beyond_window,
    }


def _only_words(request: SearchRequest, query: str, typed: str) -> str:
    """The address of a search for these words without any filter."""
    return to_querystring(SearchRequest(query=query, typed=typed, carried=request.carried))


def _type_counts(results: SearchResults) -> list[dict[str, object]]:
    """How many of each kind of page there are, in the order of the kinds."""
    counts = results.facets.get("type", {})
    return [
        {"value": code, "label": labels.label("type", code), "count": counts[code]}
        for code in labels.codes("type")
        if counts.get(code)
    ]
