"""A search from plan to results: as it was asked, then with corrections, then for most of the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from search.engines.elastic.answers import Answer, results, total_of
from search.engines.elastic.clauses import any_alternative
from search.engines.elastic.connection import Connection
from search.engines.elastic.corrections import (
    Corrections,
    corrected,
    proposed,
    respelt,
    suggesters,
    typed_words,
)
from search.engines.elastic.page_search import PageSearch
from search.query.plan import Clause, QueryPlan
from search.results import SearchResults


class PlanSearch:
    """One plan, within one visitor's time.

    When some page has what was asked, that takes one request. Only when none has it there are more: one for
    what comes close, and before it one to see which words nobody uses, when others are like them.
    """

    def __init__(self, plan: QueryPlan, connection: Connection, index: str) -> None:
        self._plan = plan
        self._connection = connection
        self._index = index
        self._deadline = connection.deadline()
        self._search = PageSearch(plan)

    def results(self) -> SearchResults:
        """Hits, exact total, counts and another spelling."""
        plan = self._plan
        every = len(plan.clauses)
        answer, found = self._first_that_finds(plan.clauses, [every], {"suggest": suggesters(plan)})
        if found is None and plan.clauses:
            return self._close(proposed(answer)) or results(answer, plan.marked, plan.pinned)
        return results(answer, plan.marked, plan.pinned)

    def _close(self, corrections: Corrections) -> SearchResults | None:
        """What has all words when some are corrected, or else most of them; None when nothing has."""
        plan = self._plan
        corrections = self._of_unused_words(corrections)
        clauses = [corrected(clause, corrections) for clause in plan.clauses]
        every = len(clauses)
        minimums = [every] if corrections else []
        if plan.minimum_clauses < every:
            minimums.append(plan.minimum_clauses)
        if not minimums:
            return None
        answer, found = self._first_that_finds(clauses, minimums)
        if found is None:
            return None
        meant = {one.tokens[0] for clause in clauses for one in clause.alternatives if one.kind == "stem"}
        return replace(
            results(answer, plan.marked | meant, plan.pinned),
            suggestion=respelt(plan.request.typed or plan.request.query, corrections) if corrections else None,
            relaxed=found < every,
        )

    def _first_that_finds(
        self, clauses: Sequence[Clause], minimums: Sequence[int], more: dict[str, Any] | None = None
    ) -> tuple[Answer, int | None]:
        """The answer for the first of these minimums that finds a page by its words, and that minimum.

        Otherwise the first answer and None. Pages that editors put on top do not count as found.
        """
        search, pinned = self._search, self._plan.pinned
        bodies = [search.body(clauses, minimum) | (more or {}) for minimum in minimums]
        counts = [search.count_body(clauses, minimum) for minimum in minimums] if pinned else []
        answers = self._ask(bodies + counts)
        counted = answers[len(bodies) :] or answers
        for minimum, answer, count in zip(minimums, answers, counted, strict=False):
            if total_of(count):
                return answer, minimum
        return answers[0], None

    def _of_unused_words(self, corrections: Corrections) -> Corrections:
        """Only for words that no page has in any form: not for a form of a word that some have."""
        doubtful = [clause for clause in self._plan.clauses if typed_words(clause) & corrections.keys()]
        if not doubtful:
            return {}
        bodies = [{"query": any_alternative(clause), "size": 0, "terminate_after": 1} for clause in doubtful]
        answers = self._ask(bodies)
        unused = [clause for clause, answer in zip(doubtful, answers, strict=True) if not total_of(answer)]
        words = {word for clause in unused for word in typed_words(clause)}
        return {word: near for word, near in corrections.items() if word in words}

    def _ask(self, bodies: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return self._connection.ask(self._index, bodies, self._deadline)
