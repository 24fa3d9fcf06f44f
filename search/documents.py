"""What the index keeps of a page: the contract between the rooms and the engines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One public page, as a room describes it to the index.

    ``facets`` holds codes, never labels, per facet name (see :mod:`search.facets`); a theme comes with
    its ancestors, a group with its level, a region with its province, so that engines only count.
    ``card`` is plain JSON: all that a result card shows, so that a list needs no page.
    """

    page_id: int
    type: str
    title: str
    #: Path below the site's root without language prefix: ``/praktijk/samen-lezen/``.
    path: str
    summary: str = ""
    #: Running text without markup; snippets are cut from it.
    body: str = ""
    #: Words that should find the page without standing in its text: synonyms of its themes, names.
    keywords: tuple[str, ...] = ()
    date: date | None = None
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    card: dict[str, Any] = field(default_factory=dict)
    #: Numbers to sort by, per name of a registered order (see :mod:`search.orders`); None or absent comes last.
    order_values: dict[str, float | None] = field(default_factory=dict)
    #: Multiplies the text score: 1.0 is neutral.
    weight: float = 1.0

    @property
    def year(self) -> int | None:
        """The year that the year-range filter looks at."""
        return self.date.year if self.date else None
