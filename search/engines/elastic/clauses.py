"""A plan as an Elasticsearch query.

Plain dictionaries: a search is made of a hundred small questions, and making an object of each costs more
than asking them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from search.engines.elastic.schema import WORDS
from search.query.plan import FIELD_WEIGHTS, LIFT, Alternative, Clause, QueryPlan
from search.request import SearchRequest

Query = dict[str, Any]

#: Far above any text score, so that pinned pages come first; below what a 32-bit score keeps apart.
PINNED_SCORE = 100_000.0
#: What a match in a further field adds to that in the best one.
OTHER_FIELDS = 0.3

_FIELDS = {
    stream: [f"{field}_{stream}^{weight}" for field, weight in FIELD_WEIGHTS.items()] for stream in ("stems", "parts")
}


def matching(plan: QueryPlan, clauses: Sequence[Clause], minimum: int, pinned: Sequence[int]) -> Query:
    """Documents with at least ``minimum`` of the clauses, or pinned; within the years asked for."""
    words = [any_alternative(clause) for clause in clauses]
    text = {"bool": {"should": words, "minimum_should_match": minimum}} if words else {"match_all": {}}
    text = _lifting(text, plan.preferred)
    weight = {"field": "weight", "missing": 1.0}
    query: Query = {"function_score": {"query": text, "field_value_factor": weight, "boost_mode": "multiply"}}
    if pinned:
        query = {"bool": {"should": [query, *_pinned(pinned)], "minimum_should_match": 1}}
    return {"bool": {"must": [query], "filter": [*_years(plan.request), *_among(plan)]}}


def _lifting(query: Query, preferred: Sequence[Clause]) -> Query:
    """The same documents, those with preferred words scoring more."""
    if not preferred:
        return query
    lifted = [{"dis_max": {**any_alternative(clause)["dis_max"], "boost": LIFT}} for clause in preferred]
    return {"bool": {"must": [query], "should": lifted}}


def any_alternative(clause: Clause) -> Query:
    """Any alternative will do, the best one scores. Corrections are worked out before this."""
    asked = [_alternative(one) for one in clause.alternatives if one.kind != "typo"]
    return {"dis_max": {"queries": asked}}


def _pinned(page_ids: Sequence[int]) -> list[Query]:
    count = len(page_ids)
    return [
        {
            "constant_score": {
                "filter": {"term": {"page_id": page_id}},
                "boost": PINNED_SCORE * (count - place),
            }
        }
        for place, page_id in enumerate(page_ids)
    ]


def _years(request: SearchRequest) -> list[Query]:
    bounds = {"gte": request.year_from, "lte": request.year_to}
    given = {operator: year for operator, year in bounds.items() if year is not None}
    return [{"range": {"year": given}}] if given else []


def _among(plan: QueryPlan) -> list[Query]:
    return [] if plan.among is None else [{"terms": {"page_id": list(plan.among)}}]


def _alternative(alternative: Alternative) -> Query:
    tokens, boost = alternative.tokens, alternative.boost
    if alternative.kind == "parts":
        return {"bool": {"must": [_in_any_field("parts", token, boost) for token in tokens]}}
    if alternative.kind == "phrase":
        return _in_any_field("stems", " ".join(tokens), boost, type="phrase")
    (token,) = tokens
    if alternative.kind == "prefix":
        return {"prefix": {WORDS: {"value": token, "boost": boost}}}
    return _in_any_field("stems", token, boost)


def _in_any_field(stream: str, text: str, boost: float, **options: object) -> Query:
    """The same question to every field, the best answer counting fully and the others somewhat."""
    asked = {"query": text, "fields": _FIELDS[stream], "tie_breaker": OTHER_FIELDS, "boost": boost, **options}
    return {"multi_match": asked}
