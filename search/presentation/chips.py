"""Filters in use, to take away."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from search import labels
from search.facets import FACETS
from search.query.addresses import to_querystring, toggled
from search.request import SearchRequest


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, and the address without it. ``derived`` came out of the query's own words."""

    label: str
    facet_label: str
    url: str
    derived: bool = False


def chips(request: SearchRequest, hidden: frozenset[str]) -> list[Chip]:
    """The filters in use, each with the address without it."""
    found = []
    derived = set(request.derived)
    for facet in FACETS:
        if facet.name in hidden:
            continue
        for code in request.filters.get(facet.name, ()):
            is_derived = (facet.name, code) in derived
            url = toggled(request, facet.name, code)
            found.append(Chip(labels.label(facet.name, code), str(facet.label), url, is_derived))
    if request.year_from or request.year_to:
        found.append(
            Chip(_year_text(request), _("Jaar"), to_querystring(request, year_from=None, year_to=None, page=1))
        )
    return found


def _year_text(request: SearchRequest) -> str:
    if request.year_from and request.year_to:
        if request.year_from == request.year_to:
            return str(request.year_from)
        return f"{request.year_from}–{request.year_to}"
    if request.year_from:
        return _("vanaf %(year)s") % {"year": request.year_from}
    return _("tot en met %(year)s") % {"year": request.year_to}
