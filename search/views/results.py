"""The search page: ``/zoeken/``."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.log.spool import count_search
from search.presentation import result_context
from search.query.parse import InvalidSearch, parse
from search.request import SearchRequest
from search.results import SearchResults
from search.service import find


@require_safe
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
    return render(request, template, result_context(search, results))


def is_refresh(request: HttpRequest) -> bool:
    """Whether the script of the page asks for the results alone."""
    return request.headers.get("HX-Request") == "true" and not request.headers.get("HX-History-Restore-Request")
