"""The search page: ``/zoeken/``."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from caching.policy import Policy, cached, declare
from search.facets import FACET_NAMES
from search.fallback import NAME as SIMPLE
from search.log.spool import count_search
from search.presentation.context import result_context
from search.query.parse import InvalidSearch, parse
from search.request import SearchRequest
from search.results import SearchResults
from search.service import find

#: Parameters that make another page of results.
PARAMETERS = (*FACET_NAMES, "van", "tot", "sorteer", "pagina")


@require_safe
@cached(*PARAMETERS, except_with=("q", "letterlijk"), partials=True)
def search_page(request: HttpRequest) -> HttpResponse:
    """Results with filters; only the results when the page asks to refresh them in place."""
    try:
        search = parse(request.GET)
    except InvalidSearch as problem:
        context = {**result_context(SearchRequest(), SearchResults()), "problem": problem}
        return render(request, "search/results.html", context, status=400)
    results = find(search)
    if search.query and search.page == 1:
        count_search(search.query, results.total)
    template = "search/result_area.html" if is_refresh(request) else "search/results.html"
    return kept_if_full(render(request, template, result_context(search, results)), results)


def kept_if_full(response: HttpResponse, results: SearchResults) -> HttpResponse:
    """Keeps what the simple search found out of the page cache: the engine may be back for the next visitor."""
    if results.engine == SIMPLE:
        declare(response, Policy(keep=False))
    return response


def is_refresh(request: HttpRequest) -> bool:
    """Whether the script of the page asks for the results alone."""
    return request.headers.get("HX-Request") == "true" and not request.headers.get("HX-History-Restore-Request")
