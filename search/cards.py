"""Cards for other pages: the newest of a kind, or those that an editor chose."""

from __future__ import annotations

from collections.abc import Mapping

from wagtail.blocks import StreamValue

from search.request import SearchRequest
from search.results import Hit
from search.service import chosen_pages, find


def newest(kind: str, count: int, **filters: str) -> tuple[Hit, ...]:
    """The newest pages of a kind within filters (facet name → code), as the index keeps them."""
    chosen = {"type": (kind,), **{name: (code,) for name, code in filters.items()}}
    return find(SearchRequest(filters=chosen, sort="date", page_size=count)).hits


def count_by_theme() -> Mapping[str, int]:
    """Number of public pages per theme, pages of its children included."""
    return find(SearchRequest(page_size=1)).facets.get("thema", {})


def cards_of_chosen(pages: StreamValue) -> tuple[Hit, ...]:
    """Cards of the pages that an editor chose, in one request to the index and without loading a page.

    Pages that are not public (any more) are left out.
    """
    return chosen_pages([block["value"] for block in pages.raw_data if block["value"]])
