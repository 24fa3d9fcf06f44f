"""A search as a value: what was asked, bounded and free of any engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

#: ``relevance``, ``date``, or the name of an order of :mod:`search.orders`.
Sort: TypeAlias = str

MAX_QUERY_LENGTH = 300
MAX_WORDS = 24
MAX_VALUES_PER_FACET = 50
PAGE_SIZE = 20
#: Results beyond this are not paged to; the page says so and offers to narrow the search.
MAX_RESULT_WINDOW = 10_000


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search.

    ``query`` is the text that is searched for, with quoted phrases in it; what became a filter ("groep 5")
    is taken out and stands in ``derived``, so that the page can show it as a filter that may be removed.
    ``filters`` holds the chosen values per facet, derived ones included: OR within a facet, AND across.
    """

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Facet name and code of each filter that came out of the query text.
    derived: tuple[tuple[str, str], ...] = ()
    #: The text as it was typed, for the search box.
    typed: str = ""
    year_from: int | None = None
    year_to: int | None = None
    sort: Sort = "relevance"
    #: The query text is taken as it is: no filters are derived from it (``letterlijk=1`` in addresses).
    literal: bool = False
    page: int = 1
    page_size: int = PAGE_SIZE
    #: Parameters that are no part of the search and stand in its addresses all the same, such as what was ticked.
    carried: tuple[tuple[str, str], ...] = ()

    @property
    def offset(self) -> int:
        """Number of results before this page."""
        return (self.page - 1) * self.page_size

    @property
    def beyond_window(self) -> bool:
        """Whether this page lies past what engines page to: an empty page, not an error."""
        return self.offset + self.page_size > MAX_RESULT_WINDOW
