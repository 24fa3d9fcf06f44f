"""Searches as addresses: the query strings behind filters, pages and sorting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from search.facets import FACET_NAMES
from search.request import SearchRequest

_SORT_NAMES = {"relevance": "relevantie", "date": "datum"}


def to_querystring(request: SearchRequest, **changes: Any) -> str:
    """``?q=…`` for ``request`` with some of its fields changed, in one order; ``?`` when nothing is asked.

    Parsing it gives the same request again: what was derived from the text is left to the text.
    """
    request = replace(request, **changes)
    pairs: list[tuple[str, str]] = [("q", request.typed)] if request.typed else []
    for name in FACET_NAMES:
        values = request.filters.get(name, ())
        pairs += [(name, value) for value in values if (name, value) not in request.derived]
    if request.year_from is not None:
        pairs.append(("van", str(request.year_from)))
    if request.year_to is not None:
        pairs.append(("tot", str(request.year_to)))
    if request.sort != "relevance":
        pairs.append(("sorteer", _SORT_NAMES.get(request.sort, request.sort)))
    if request.literal:
        pairs.append(("letterlijk", "1"))
    if request.page != 1:
        pairs.append(("pagina", str(request.page)))
    return "?" + urlencode([*pairs, *request.carried])


def toggled(request: SearchRequest, facet: str, value: str) -> str:
    """The first page of ``request`` with ``value`` chosen, or no longer chosen.

    A derived filter goes together with the words that it came from; other derived ones stay, as filters.
    """
    chosen = request.filters.get(facet, ())
    if value not in chosen:
        return to_querystring(request, filters={**request.filters, facet: (*chosen, value)}, page=1)
    filters = {**request.filters, facet: tuple(other for other in chosen if other != value)}
    if (facet, value) in request.derived:
        return to_querystring(request, typed=request.query, filters=filters, derived=(), page=1)
    return to_querystring(request, filters=filters, page=1)


def without_derived(request: SearchRequest) -> str:
    """The same words, searched for as they are, without the filters that came out of them."""
    filters = {
        name: tuple(value for value in values if (name, value) not in request.derived)
        for name, values in request.filters.items()
    }
    return to_querystring(request, filters=filters, derived=(), literal=True, page=1)
