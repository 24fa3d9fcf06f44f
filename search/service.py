"""Finding pages: what views call, whatever engine there is, and when there is none."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import replace

from wagtail.models import Page

from search import fallback
from search.analysis import stems
from search.breaker import guarded
from search.engines import current_engine
from search.engines.base import EngineUnavailable
from search.query.build_plan import build_plan
from search.query.plan import Alternative, Clause, QueryPlan
from search.request import SearchRequest
from search.resources import pinned_by_query, synonym_groups
from search.results import Hit, SearchResults

logger = logging.getLogger(__name__)

SUGGESTIONS = 8
RELATED = 4


def find(request: SearchRequest) -> SearchResults:
    """Answer a search. When the engine is away a simple one answers, with ``eenvoudig`` as its engine."""
    started = time.perf_counter()
    plan = plan_for(request)
    try:
        results = guarded(lambda: current_engine().search(plan))
    except EngineUnavailable as problem:
        logger.warning("The simple search answers: %s", problem)
        results = fallback.find(request, plan.marked)
    return replace(results, took_ms=(time.perf_counter() - started) * 1000)


def suggest(prefix: str, limit: int = SUGGESTIONS) -> list[str]:
    """Texts that complete what is being typed; none when the engine is away."""
    try:
        return guarded(lambda: current_engine().suggest(prefix, limit))
    except EngineUnavailable as problem:
        logger.warning("No suggestions: %s", problem)
        return []


def related(page: Page, limit: int = RELATED) -> SearchResults:
    """Pages like this one; none when the engine is away."""
    try:
        return guarded(lambda: current_engine().related(page.pk, limit))
    except EngineUnavailable as problem:
        logger.warning("No related pages: %s", problem)
        return SearchResults(engine=fallback.NAME)


def chosen_pages(page_ids: Sequence[int]) -> tuple[Hit, ...]:
    """These pages in this order, as far as they are public; from the database when the engine is away."""
    try:
        return guarded(lambda: current_engine().pages(page_ids))
    except EngineUnavailable as problem:
        logger.warning("The database gives the chosen pages: %s", problem)
        return fallback.pages(page_ids)


def matching(request: SearchRequest, page_ids: Sequence[int]) -> frozenset[int]:
    """Which of these pages the search finds by what it says: nothing corrected, relaxed or put on top by editors.

    Raises :class:`EngineUnavailable` when the engine is away, so that who asks can ask again later.
    """
    if not page_ids:
        return frozenset()
    asked = replace(request, sort="date", page=1, page_size=len(page_ids))
    plan = build_plan(asked, synonyms=synonym_groups())
    clauses = tuple(replace(clause, alternatives=_as_written(clause)) for clause in plan.clauses)
    strict = replace(plan, clauses=clauses, minimum_clauses=len(clauses), words=(), among=tuple(page_ids))
    return frozenset(hit.page_id for hit in guarded(lambda: current_engine().search(strict)).hits)


def _as_written(clause: Clause) -> tuple[Alternative, ...]:
    return tuple(one for one in clause.alternatives if one.kind != "typo")


def plan_for(request: SearchRequest) -> QueryPlan:
    """The request worked out with the synonyms and pinned pages that editors keep."""
    pinned = pinned_by_query().get(stems(request.typed or request.query), ())
    return build_plan(request, synonyms=synonym_groups(), pinned=pinned)
