"""Listings of one kind of page, answered by the index like any search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from caching.policy import Policy, cached, declare
from editorial.reading import breadcrumb_of
from search.presentation.context import Listing, result_context
from search.query.parse import InvalidSearch, parse
from search.request import SearchRequest
from search.results import SearchResults
from search.service import find
from search.views.results import PARAMETERS, is_refresh, kept_if_full

if TYPE_CHECKING:
    from search.listing import ListingPage

HIDDEN = frozenset({"type"})
#: With one of these filled in the listing is made anew: searches are counted.
ASKED_ANEW = ("q", "letterlijk")
#: Longer values, or more of them, are nothing that a listing carries along.
MOST_CARRIED, LONGEST_CARRIED = 24, 40


@cached(*PARAMETERS, except_with=ASKED_ANEW, partials=True)
def listing(request: HttpRequest, page: ListingPage) -> HttpResponse:
    """The pages of the listing's type, in the listing's own order unless words are searched for."""
    fixed = Listing(page.listed_type, page.facets_first, page.orders, page.default_order)
    context = {"page": page, "self": page, "breadcrumb": breadcrumb_of(page)}
    try:
        search = replace(parse(request.GET), carried=carried(request, page.carried_parameters))
    except InvalidSearch as problem:
        empty = result_context(SearchRequest(), SearchResults(), HIDDEN, fixed)
        return render(request, "search/listing.html", {**context, **empty, "problem": problem}, status=400)
    results = find(listed(search, page.listed_type, page.default_order))
    template = "search/result_area.html" if is_refresh(request) else "search/listing.html"
    response = render(request, template, {**context, **result_context(search, results, HIDDEN, fixed)})
    # What somebody ticked is theirs: with it a page is not kept.
    declare(response, Policy(PARAMETERS, (*ASKED_ANEW, *page.carried_parameters)))
    return kept_if_full(response, results)


def carried(request: HttpRequest, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What the address says of these parameters, in its order, each value once."""
    given = ((name, value) for name in names for value in request.GET.getlist(name))
    kept = dict.fromkeys(pair for pair in given if 0 < len(pair[1]) <= LONGEST_CARRIED and pair[1].isprintable())
    return tuple(kept)[:MOST_CARRIED]


def listed(search: SearchRequest, listed_type: str, default_order: str = "date") -> SearchRequest:
    """``search`` within one type; without words and without another wish it stands in the default order."""
    filters = {**search.filters, "type": (listed_type,)}
    sort = default_order if search.sort == "relevance" and not search.query else search.sort
    return replace(search, filters=filters, sort=sort)
