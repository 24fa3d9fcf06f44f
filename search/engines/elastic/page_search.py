"""A search with its facets, as a ``FacetedSearch``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from elasticsearch_dsl import FacetedSearch, Search, TermsFacet

from search.engines.elastic.clauses import matching
from search.engines.elastic.schema import SHOWN
from search.facets import FACETS
from search.orders import orders
from search.query.plan import Clause, QueryPlan


class PageSearch(FacetedSearch):
    """Chosen values filter after the counting, so that each facet counts all its values."""

    facets: ClassVar[dict[str, TermsFacet]] = {
        facet.name: TermsFacet(field=f"facets.{facet.name}", size=facet.size) for facet in FACETS
    }

    def __init__(self, plan: QueryPlan) -> None:
        self._plan = plan
        chosen = {name: list(values) for name, values in plan.request.filters.items() if name in self.facets}
        super().__init__(filters=chosen)
        #: All but the query, which is made apart: see :mod:`search.engines.elastic.clauses`.
        self._common: dict[str, Any] = self._s.to_dict()

    def body(self, clauses: Sequence[Clause], minimum: int) -> dict[str, Any]:
        """The search for at least so many of these clauses, as the server takes it."""
        return {**self._common, "query": matching(self._plan, clauses, minimum, self._plan.pinned)}

    def count_body(self, clauses: Sequence[Clause], minimum: int) -> dict[str, Any]:
        """A count of what is found by its words, whatever editors put on top."""
        return {
            "query": matching(self._plan, clauses, minimum, ()),
            "post_filter": self._common.get("post_filter", {"match_all": {}}),
            "size": 0,
            "track_total_hits": True,
        }

    def search(self) -> Search:
        """Where to begin: the page asked for, exact totals, only what is shown."""
        request = self._plan.request
        search = Search().source(list(SHOWN)).extra(track_total_hits=True, track_scores=True)
        if request.beyond_window:
            return search[0:0]
        return search[request.offset : request.offset + request.page_size]

    def sort(self, search: Search) -> Search:
        """Best or newest first, or by the keys of another order; equal ones always in the same order."""
        if self._plan.request.sort == "date":
            return search.sort({"date": {"order": "desc", "missing": "_last"}}, {"page_id": "desc"})
        if self._plan.request.sort in orders():
            by_key = {f"order_keys.{self._plan.request.sort}": {"order": "asc", "missing": "_last"}}
            return search.sort(by_key, {"page_id": "desc"})
        return search.sort("_score", {"page_id": "desc"})
