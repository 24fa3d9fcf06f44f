"""A saved search as text in one fixed form, and back."""

from __future__ import annotations

from dataclasses import replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from keeping.models.alert import NAME_LENGTH, QUERY_LENGTH
from search import labels
from search.query.addresses import to_querystring
from search.query.parse import InvalidSearch, parse
from search.request import SearchRequest
from vocabulary.memory import vocabulary


def canonical(request: SearchRequest) -> str:
    """The query string of a search, without question mark, page and order: equal searches are equal texts.

    Raises :class:`InvalidSearch` for one that asks nothing, or that is too long to keep.
    """
    sorted_filters = {name: tuple(sorted(values)) for name, values in request.filters.items()}
    query = to_querystring(replace(request, filters=sorted_filters), page=1, sort="relevance").removeprefix("?")
    if not query:
        raise InvalidSearch("q", _("Zoek eerst iets, of kies een filter. Dan kun je het volgen."))
    if len(query) > QUERY_LENGTH:
        raise InvalidSearch("q", _("Deze zoekopdracht is te lang om te bewaren."))
    return query


def of_theme(code: str) -> str:
    """The search for all that is about a theme."""
    return canonical(SearchRequest(filters={"thema": (code,)}))


def request_of(query: str) -> SearchRequest:
    """The search behind such a text; a theme that was merged is looked for by the one that took its place.

    Raises :class:`InvalidSearch` when the site does not understand it any more.
    """
    request = parse(QueryDict(query))
    merged = vocabulary().merged_themes
    themes = tuple(dict.fromkeys(merged.get(code, code) for code in request.filters.get("thema", ())))
    return replace(request, filters={**request.filters, "thema": themes}) if themes else request


def proposed_name(request: SearchRequest) -> str:
    """What a search could be called: its words and filters."""
    chosen = [
        labels.label(facet, code)
        for facet, codes in request.filters.items()
        for code in codes
        if (facet, code) not in request.derived
    ]
    years = {request.year_from, request.year_to} - {None}
    span = "–".join(str(year) for year in sorted(year for year in years if year is not None))
    return " · ".join(filter(None, [request.typed, *chosen, span]))[:NAME_LENGTH]
