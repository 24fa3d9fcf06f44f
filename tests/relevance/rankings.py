"""What an engine answers to the judged queries, on the demo content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from search.engines.base import SearchEngine
from search.indexing.rebuild import rebuild
from search.query.parse import parse
from search.service import plan_for
from tests.relevance.judged_queries import JudgedQuery
from tests.relevance.measures import ndcg, success


@dataclass(frozen=True, slots=True)
class Outcome:
    """One query on one engine; ``ranking`` holds the addresses of the first page of hits."""

    judged: JudgedQuery
    ranking: tuple[str, ...]

    @property
    def ndcg(self) -> float:
        """nDCG@10."""
        return ndcg(self.ranking, self.judged.grades)

    @property
    def success(self) -> float:
        """Success@1."""
        return success(self.ranking, self.judged.grades)


def outcomes(engine: SearchEngine, queries: Iterable[JudgedQuery]) -> list[Outcome]:
    """Fill the engine from the database and ask it everything, as the search page would."""
    rebuild(engine=engine)
    return [_asked(engine, judged) for judged in queries]


def _asked(engine: SearchEngine, judged: JudgedQuery) -> Outcome:
    found = engine.search(plan_for(parse({"q": [judged.query]})))
    return Outcome(judged, tuple(hit.path for hit in found.hits))


def averages(asked: Iterable[Outcome]) -> Mapping[str, float]:
    """Both measures over some queries."""
    asked = list(asked)
    return {
        "ndcg": fmean(outcome.ndcg for outcome in asked),
        "success": fmean(outcome.success for outcome in asked),
    }
