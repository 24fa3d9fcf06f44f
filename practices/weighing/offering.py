"""What can be set beside what is compared already, from the index."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from practices.models import InterventionPage, PracticePage
from search.fallback import NAME as SIMPLE
from search.orders import BY_TITLE
from search.request import SearchRequest
from search.results import SearchResults
from search.service import find

#: A menukaart has a few dozen interventions; what a search finds beyond the best ones is better asked anew.
MOST_INTERVENTIONS, MOST_FOUND = 100, 8


@dataclass(frozen=True, slots=True)
class Offer:
    """A page that may be added, as the index keeps it."""

    page_id: int
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Offers:
    """What may be added. Not ``is_complete`` when the search engine was away and a simpler search answered."""

    offers: list[Offer]
    is_complete: bool


def menukaart(without: Collection[int]) -> Offers:
    """The interventions of the menukaart by title, those that are chosen left out."""
    kinds = {"type": (InterventionPage.content_kind,)}
    request = SearchRequest(filters=kinds, sort=BY_TITLE.name, page_size=MOST_INTERVENTIONS)
    return _offers(find(request), without, MOST_INTERVENTIONS)


def found_with(query: str, without: Collection[int]) -> Offers:
    """The interventions and practices that a search finds, best first."""
    kinds = {"type": (InterventionPage.content_kind, PracticePage.content_kind)}
    request = SearchRequest(query=query, typed=query, filters=kinds, page_size=MOST_FOUND + len(without))
    return _offers(find(request), without, MOST_FOUND)


def _offers(found: SearchResults, without: Collection[int], most: int) -> Offers:
    offers = [Offer(hit.page_id, hit.type, hit.title) for hit in found.hits if hit.page_id not in without]
    return Offers(offers[:most], is_complete=found.engine != SIMPLE)
