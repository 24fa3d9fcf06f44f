"""Ways to sort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.orders import orders
from search.query.addresses import to_querystring
from search.request import SearchRequest


@dataclass(frozen=True, slots=True)
class SortLink:
    """A way to sort, and the address with it."""

    label: str
    url: str
    current: bool


def sort_links(request: SearchRequest, named: Sequence[str], default: str) -> list[SortLink]:
    """Ways to sort: best first when there are words to be best at, the orders that a listing names, newest first.

    ``default`` is the order that holds without words when none is asked for.
    """
    known = orders()
    ways: list[tuple[str, str]] = [("relevance", _("beste eerst"))] if request.query else []
    ways += [(name, str(known[name].label)) for name in named]
    if request.query or "date" in (default, request.sort):
        ways.append(("date", _("nieuwste eerst")))
    current = default if request.sort == "relevance" and not request.query else request.sort
    return [SortLink(label, _sorted_by(request, way, default), way == current) for way, label in ways]


def _sorted_by(request: SearchRequest, way: str, default: str) -> str:
    """What holds anyway is left out of the address."""
    sort = "relevance" if way == default and not request.query else way
    return to_querystring(request, sort=sort, page=1)
