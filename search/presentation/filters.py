"""Filters with their values and counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from search import labels
from search.facets import FACETS, Facet
from search.query.addresses import toggled
from search.request import SearchRequest
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


def facet_groups(
    request: SearchRequest, results: SearchResults, hidden: frozenset[str], listed_type: str, first: tuple[str, ...]
) -> list[FacetGroup]:
    """The filters that have something to choose, in their order; ``hidden`` ones are left out."""
    offered = [facet for facet in FACETS if facet.name not in hidden and _is_offered(facet, request, listed_type)]
    offered.sort(key=lambda facet: _place(facet.name, first))
    groups = [_group(facet, request, results) for facet in offered]
    return [group for group in groups if group.options]


def _place(name: str, first: tuple[str, ...]) -> int:
    return first.index(name) if name in first else len(first)


def _is_offered(facet: Facet, request: SearchRequest, listed_type: str) -> bool:
    """A facet of one type stands where nothing else is listed, and where it is in use."""
    if not facet.of_type or request.filters.get(facet.name):
        return True
    return facet.of_type == listed_type or request.filters.get("type") == (facet.of_type,)


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
