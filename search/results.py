"""What a search gives back, whichever engine answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Hit:
    """One found page, rendered from what the index keeps."""

    page_id: int
    type: str
    title: str
    path: str
    #: HTML, escaped, with ``<mark>`` around what matched.
    title_html: str
    snippet_html: str
    #: The same snippet without markup.
    snippet: str
    themes: tuple[str, ...]
    score: float
    card: Mapping[str, Any] = field(default_factory=dict)
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class SearchResults:
    """A page of hits with counts.

    ``facets`` maps facet name to code to count; the counts of a facet leave out its own choice.
    ``total`` is exact. ``engine`` is ``elasticsearch``, ``tantivy`` or ``eenvoudig`` (the bounded fallback).
    ``relaxed`` says that no page had all words and pages with most of them are shown.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    suggestion: str | None = None
    engine: str = ""
    relaxed: bool = False
    took_ms: float = 0.0


def in_order(hits: Iterable[Hit], page_ids: Iterable[int]) -> tuple[Hit, ...]:
    """The hits in the order of ``page_ids``; an id without a hit is skipped."""
    by_id = {hit.page_id: hit for hit in hits}
    return tuple(by_id[page_id] for page_id in page_ids if page_id in by_id)
