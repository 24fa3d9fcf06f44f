"""One search with its facets, as a ``FacetedSearch``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from elasticsearch_dsl import FacetedSearch, Search, TermsFacet

from search.engines.elastic.clauses import matching
from search.engines.elastic.schema import SHOWN, SPELLING
from search.facets import FACETS
from search.query.plan import QueryPlan


class Attempt(NamedTuple):
    """One way to ask; the first that finds something is the answer.

    Looking for misspellings costs the server several times what the plain search costs, so what comes after
    the first attempt is asked only when that found nothing, all of it at once.
    """

    #: How many clauses have to match.
    minimum: int
    #: Whether misspelt words count.
    typos: bool = False
    #: Whether not all words have to be there.
    relaxed: bool = False


def attempts(plan: QueryPlan) -> list[Attempt]:
    """All words; all words, some of them misspelt; most words."""
    every = len(plan.clauses)
    asked = [Attempt(every)]
    if any(alternative.kind == "typo" for clause in plan.clauses for alternative in clause.alternatives):
        asked.append(Attempt(every, typos=True))
    if 0 < plan.minimum_clauses < every:
        asked.append(Attempt(plan.minimum_clauses, typos=True, relaxed=True))
    return asked


class PageSearch(FacetedSearch):
    """Chosen values filter after the counting, so that each facet counts all its values."""

    facets: ClassVar[dict[str, TermsFacet]] = {
        facet.name: TermsFacet(field=f"facets.{facet.name}", size=facet.size) for facet in FACETS
    }

    def __init__(self, plan: QueryPlan) -> None:
        self._plan = plan
        chosen = {name: list(values) for name, values in plan.request.filters.items() if name in self.facets}
        super().__init__(filters=chosen)

    def bodies(self, asked: Sequence[Attempt]) -> list[dict[str, Any]]:
        """The search as the server takes it, once an attempt; with misspellings come corrections."""
        common: dict[str, Any] = self._s.to_dict()
        corrections = {word: {"text": word, "term": CORRECTION} for word in dict.fromkeys(self._plan.words)}
        return [
            {
                **common,
                "query": matching(self._plan, attempt.minimum, attempt.typos),
                "suggest": corrections if attempt.typos else {},
            }
            for attempt in asked
        ]

    def search(self) -> Search:
        """Where to begin: the page asked for, exact totals, only what is shown."""
        request = self._plan.request
        search = Search().source(list(SHOWN)).extra(track_total_hits=True, track_scores=True)
        if request.beyond_window:
            return search[0:0]
        return search[request.offset : request.offset + request.page_size]

    def sort(self, search: Search) -> Search:
        """Best or newest first; equal ones always in the same order."""
        if self._plan.request.sort == "date":
            return search.sort({"date": {"order": "desc", "missing": "_last"}}, {"page_id": "asc"})
        return search.sort("_score", {"page_id": "asc"})


#: For words that no document has: the likeliest that some have.
CORRECTION = {
    "field": SPELLING,
    "analyzer": "keyword",
    "size": 1,
    "suggest_mode": "missing",
    "sort": "score",
    "prefix_length": 1,
    "min_word_length": 4,
}
