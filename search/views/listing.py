"""Listings of one kind of page, answered by the index like any search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from caching.policy import cached
from editorial.reading import breadcrumb_of
from search.presentation import Listing, result_context
from search.query.parse import InvalidSearch, parse
from search.request import SearchRequest
from search.results import SearchResults
from search.service import find
from search.views.results import PARAMETERS, is_refresh, kept_if_full

if TYPE_CHECKING:
    from search.listing import ListingPage

HIDDEN = frozenset({"type"})


@cached(*PARAMETERS, except_with=("q", "letterlijk"), partials=True)
def listing(request: HttpRequest, page: ListingPage) -> HttpResponse:
    """The pages of the listing's type, in the listing's own order unless words are searched for."""
    fixed = Listing(page.listed_type, page.facets_first, page.orders, page.default_order)
    context = {"page": page, "self": page, "breadcrumb": breadcrumb_of(page)}
    try:
        search = parse(request.GET)
    except InvalidSearch as problem:
        empty = result_context(SearchRequest(), SearchResults(), HIDDEN, fixed)
        return render(request, "search/listing.html", {**context, **empty, "problem": problem}, status=400)
    results = find(listed(search, page.listed_type, page.default_order))
    template = "search/result_area.html" if is_refresh(request) else "search/listing.html"
    response = render(request, template, {**context, **result_context(search, results, HIDDEN, fixed)})
    return kept_if_full(response, results)


def listed(search: SearchRequest, listed_type: str, default_order: str = "date") -> SearchRequest:
    """``search`` within one type; without words and without another wish it stands in the default order."""
    filters = {**search.filters, "type": (listed_type,)}
    sort = default_order if search.sort == "relevance" and not search.query else search.sort
    return replace(search, filters=filters, sort=sort)
