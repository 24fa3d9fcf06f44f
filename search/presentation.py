"""A search as a page shows it: filters with counts, chips to take away, pages, ways to sort."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from search import labels
from search.facets import FACETS, Facet
from search.fallback import NAME as SIMPLE
from search.orders import orders
from search.query.addresses import to_querystring, toggled, without_derived
from search.request import MAX_RESULT_WINDOW, SearchRequest
from search.results import SearchResults

#: More than these are behind "toon meer".
OPTIONS_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter. ``depth`` is how far below its vocabulary's top it stands."""

    value: str
    label: str
    count: int
    selected: bool
    url: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """One filter with its values: those with results, and those that are chosen."""

    name: str
    label: str
    options: tuple[Option, ...]
    #: A template that explains the values; may be empty.
    explained_by: str = ""

    @property
    def first(self) -> tuple[Option, ...]:
        """What is shown at once: the first ones, and all that are chosen."""
        return tuple(o for i, o in enumerate(self.options) if i < OPTIONS_AT_ONCE or o.selected)

    @property
    def more(self) -> tuple[Option, ...]:
        """What waits behind "toon meer"."""
        return tuple(o for i, o in enumerate(self.options) if i >= OPTIONS_AT_ONCE and not o.selected)

    @property
    def has_selection(self) -> bool:
        """Whether this filter is in use."""
        return any(option.selected for option in self.options)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, and the address without it. ``derived`` came out of the query's own words."""

    label: str
    facet_label: str
    url: str
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What a listing fixes: its type, the filters that stand first, its orders, and which one holds without words."""

    type: str = ""
    facets_first: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    default_order: str = "date"


@dataclass(frozen=True, slots=True)
class SortLink:
    """A way to sort, and the address with it."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of results; without ``url`` it is a gap."""

    number: int
    url: str
    current: bool = False


def facet_groups(
    request: SearchRequest, results: SearchResults, hidden: frozenset[str], listing: Listing
) -> list[FacetGroup]:
    """The filters that have something to choose, in their order; ``hidden`` ones are left out."""
    offered = [facet for facet in FACETS if facet.name not in hidden and _is_offered(facet, request, listing.type)]
    offered.sort(key=lambda facet: _place(facet.name, listing.facets_first))
    groups = [_group(facet, request, results) for facet in offered]
    return [group for group in groups if group.options]


def _place(name: str, first: tuple[str, ...]) -> int:
    return first.index(name) if name in first else len(first)


def _is_offered(facet: Facet, request: SearchRequest, listed_type: str) -> bool:
    """A facet of one type stands where nothing else is listed, and where it is in use."""
    if not facet.of_type or request.filters.get(facet.name):
        return True
    return facet.of_type == listed_type or request.filters.get("type") == (facet.of_type,)


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


def _group(facet: Facet, request: SearchRequest, results: SearchResults) -> FacetGroup:
    counts: Mapping[str, int] = results.facets.get(facet.name, {})
    chosen = set(request.filters.get(facet.name, ()))
    codes = [code for code in labels.codes(facet.name) if code in counts or code in chosen]
    codes = _children_below_parents(facet.name, codes)
    options = [
        Option(
            value=code,
            label=labels.label(facet.name, code),
            count=counts.get(code, 0),
            selected=code in chosen,
            url=toggled(request, facet.name, code),
            depth=len(term.parents) if (term := labels.term_of(facet.name, code)) else 0,
        )
        for code in codes
        if counts.get(code, 0) or code in chosen
    ]
    return FacetGroup(facet.name, str(facet.label), tuple(options), facet.explained_by)


def _children_below_parents(facet: str, codes: list[str]) -> list[str]:
    """Codes of a nested vocabulary so that each stands below its parent; other codes as they are."""
    position = {code: index for index, code in enumerate(codes)}

    def key(code: str) -> tuple[int, ...]:
        term = labels.term_of(facet, code)
        branch = [*reversed(term.parents), code] if term else [code]
        return tuple(position.get(step, -1) for step in branch)

    return sorted(codes, key=key)


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


def page_links(request: SearchRequest, total: int, around: int = 2) -> list[PageLink]:
    """First, last and the pages around this one; a link without address stands for those left out."""
    reachable = min(total, MAX_RESULT_WINDOW)
    last = max(1, -(-reachable // request.page_size))
    if last == 1:
        return []
    wanted = sorted({1, last, *range(max(1, request.page - around), min(last, request.page + around) + 1)})
    links: list[PageLink] = []
    for number in wanted:
        if links and number > links[-1].number + 1:
            links.append(PageLink(number - 1, ""))
        links.append(PageLink(number, to_querystring(request, page=number), current=number == request.page))
    return links


def _only_words(request: SearchRequest, query: str, typed: str) -> str:
    """The address of a search for these words without any filter."""
    return to_querystring(SearchRequest(query=query, typed=typed, carried=request.carried))


def neighbour_url(request: SearchRequest, total: int, step: int) -> str:
    """Address of the page before (-1) or after (+1) this one; empty when there is none."""
    number = request.page + step
    last = max(1, -(-min(total, MAX_RESULT_WINDOW) // request.page_size))
    return to_querystring(request, page=number) if 1 <= number <= last else ""


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
        "facet_groups": facet_groups(request, results, hidden, listing),
        "chips": chips(request, hidden),
        "page_links": page_links(request, results.total),
        "previous_url": neighbour_url(request, results.total, -1),
        "next_url": neighbour_url(request, results.total, +1),
        "sort_links": sort_links(request, listing.orders, listing.default_order),
        "literal_url": without_derived(request) if request.derived else "",
        "query_string": to_querystring(request, page=1, carried=()),
        "clear_url": _only_words(request, request.query, request.typed),
        "suggestion_url": _only_words(request, results.suggestion or "", results.suggestion or ""),
        "type_counts": [
            {"value": code, "label": labels.label("type", code), "count": count}
            for code in labels.codes("type")
            if (count := results.facets.get("type", {}).get(code, 0))
        ],
        "is_simple": results.engine == SIMPLE,
        "beyond_window": request.beyond_window,
    }
