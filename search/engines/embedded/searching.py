"""A search from plan to results: strict, then with corrections, then relaxed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tantivy import Order

from search.analysis import analyse
from search.analysis.tokens import look_up
from search.engines.embedded.counting import Counts, counts
from search.engines.embedded.hits import page_of_hits
from search.engines.embedded.matching import (
    all_of,
    any_of,
    but_not,
    clause_query,
    filter_query,
    lifting,
    of_pages,
    text_query,
)
from search.engines.embedded.reading import Snapshot
from search.engines.embedded.schema import order_field
from search.engines.embedded.spelling import Correction
from search.orders import orders
from search.query.plan import Alternative, Clause, QueryPlan
from search.request import MAX_RESULT_WINDOW
from search.results import SearchResults

#: With fewer results than this another spelling is offered.
FEW_RESULTS = 3
#: A corrected word says less than the word itself, and less the more of it was corrected.
_CORRECTED = 0.5
#: Fetched beyond the page, so that pages with the same score stand in order of their ids.
_MARGIN = 20

_Found = list[tuple[float, Any]]


class PlanSearch:
    """One plan on one snapshot."""

    def __init__(self, plan: QueryPlan, snapshot: Snapshot) -> None:
        self._plan = plan
        self._request = plan.request
        self._searcher = snapshot.searcher
        self._snapshot = snapshot
        self._marked = plan.marked
        self._clauses: Sequence[Clause] = plan.clauses
        self._minimum = len(plan.clauses)
        self._corrections: dict[str, list[Correction]] = {}

    def results(self) -> SearchResults:
        """Hits, exact total, counts and another spelling."""
        counted = self._counts()
        matching = self._count(self._query(pinned=False)) if self._plan.pinned else counted.total
        if not matching and self._plan.clauses:
            matching = self._less_strict()
            counted = self._counts()
        return SearchResults(
            hits=page_of_hits(self._searcher, self._page(), self._marked, frozenset(self._plan.pinned)),
            total=counted.total,
            facets=counted.facets,
            suggestion=self._suggestion() if matching < FEW_RESULTS or self._corrections else None,
            engine="tantivy",
            relaxed=self._minimum < len(self._plan.clauses) and matching > 0,
        )

    # Matching

    def _counts(self) -> Counts:
        return counts(self._searcher, self._request, lambda facet: self._query(without=facet))

    def _query(self, without: str = "", pinned: bool = True) -> Any:
        query = lifting(text_query(self._clauses, self._minimum), self._plan.preferred)
        if pinned and self._plan.pinned:
            query = any_of([query, of_pages(self._plan.pinned)])
        return self._filtered(query, without)

    def _filtered(self, query: Any, without: str = "") -> Any:
        filters = [] if (chosen := filter_query(self._request, without)) is None else [chosen]
        if self._plan.among is not None:
            filters.append(of_pages(self._plan.among))
        return all_of([query, *filters])

    def _count(self, query: Any) -> int:
        return int(self._searcher.search(query, 1).count)

    def _less_strict(self) -> int:
        """Search again with corrections, then for most of the words; what was found counts from here on."""
        self._clauses = [self._corrected(clause) for clause in self._plan.clauses]
        for minimum in (len(self._clauses), self._plan.minimum_clauses):
            self._minimum = minimum
            if found := self._count(self._query(pinned=False)):
                return found
        return 0

    def _corrected(self, clause: Clause) -> Clause:
        """The clause with the words that were probably meant, when nothing at all matches it as it is."""
        typos = [one for one in clause.alternatives if one.kind == "typo"]
        if not typos or self._count(clause_query(clause)):
            return clause
        alternatives = list(clause.alternatives)
        for typo in typos:
            for word in typo.tokens:
                nearest = self._corrections[word] = self._snapshot.vocabulary.corrections(word)
                for one in nearest:
                    meant = Alternative("stem", (look_up(one.word).stem,), _CORRECTED**one.edits)
                    alternatives.append(meant)
                    self._marked |= set(meant.tokens)
        return replace(clause, alternatives=tuple(alternatives))

    # Hits

    def _page(self) -> _Found:
        request = self._request
        if request.beyond_window:
            return []
        if request.sort == "date":
            return self._in_order_of("by_date", self._query(), request.offset, request.page_size)
        if request.sort in orders():
            field = order_field(request.sort)
            return self._in_order_of(field, self._query(), request.offset, request.page_size, Order.Asc)
        pinned = self._pinned()
        offset, end = request.offset, request.offset + request.page_size
        here = pinned[offset:end]
        room = request.page_size - len(here)
        return here + (self._by_relevance(max(0, offset - len(pinned)), room) if room else [])

    def _pinned(self) -> _Found:
        """Pinned pages that pass the filters, in the order that editors gave."""
        if not self._plan.pinned:
            return []
        query = self._filtered(of_pages(self._plan.pinned))
        found = self._searcher.search(query, len(self._plan.pinned)).hits
        ids = self._page_ids(found)
        return sorted(found, key=lambda hit: self._plan.pinned.index(ids[id(hit)]))

    def _by_relevance(self, offset: int, size: int) -> _Found:
        query = self._query(pinned=False)
        if self._plan.pinned:
            query = but_not(query, of_pages(self._plan.pinned))
        if not self._clauses and not self._plan.preferred:
            return self._in_order_of("by_weight", query, offset, size)
        wanted = offset + size
        limit = wanted + _MARGIN
        while True:
            found: _Found = self._searcher.search(query, limit, count=False, weight_by_field="weight").hits
            # All pages with the last score of this page have to be there before they can be put in order.
            complete = len(found) < limit or found[-1][0] < found[wanted - 1][0]
            if complete or limit >= MAX_RESULT_WINDOW:
                break
            limit = min(limit * 4, MAX_RESULT_WINDOW)
        ids = self._page_ids(found)
        return sorted(found, key=lambda hit: (-hit[0], -ids[id(hit)]))[offset:wanted]

    def _in_order_of(self, field: str, query: Any, offset: int, size: int, order: Any = Order.Desc) -> _Found:
        hits = self._searcher.search(query, size, count=False, order_by_field=field, offset=offset, order=order).hits
        return [(0.0, address) for _, address in hits]

    def _page_ids(self, found: _Found) -> dict[int, int]:
        ids = self._searcher.fast_field_values("page_id", [address for _, address in found])
        return {id(hit): page_id for hit, page_id in zip(found, ids, strict=True)}

    # Another spelling

    def _suggestion(self) -> str | None:
        """The query as typed with the words corrected that the index does not have, when that finds pages."""
        best: dict[str, str] = {}
        for word in self._plan.words:
            if self._searcher.doc_freq("words", word) or not self._is_unknown(word):
                continue
            nearest = self._corrections.get(word) or self._snapshot.vocabulary.corrections(word)
            if nearest:
                best[word] = nearest[0].word
        if not best or not self._finds_pages(best):
            return None
        return _replaced(self._request.typed or self._request.query, best)

    def _is_unknown(self, word: str) -> bool:
        """Whether nothing matches the word, not even by its stem or its parts."""
        return not any(word in _words_of(clause) and self._count(clause_query(clause)) for clause in self._plan.clauses)

    def _finds_pages(self, corrections: dict[str, str]) -> bool:
        clauses = [_with_words(clause, corrections) for clause in self._plan.clauses]
        query = self._filtered(text_query(clauses, self._plan.minimum_clauses))
        return self._count(query) > 0


def _words_of(clause: Clause) -> list[str]:
    return [token.word for token in analyse(clause.source)]


def _with_words(clause: Clause, corrections: dict[str, str]) -> Clause:
    meant = [look_up(corrections[word]) for word in _words_of(clause) if word in corrections]
    if not meant:
        return clause
    return Clause(clause.source, tuple(Alternative("stem", (entry.stem,)) for entry in meant))


def _replaced(text: str, corrections: dict[str, str]) -> str:
    for token in reversed(analyse(text)):
        if token.word in corrections:
            text = text[: token.start] + corrections[token.word] + text[token.end :]
    return text
