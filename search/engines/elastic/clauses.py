"""A plan as an Elasticsearch query."""

from __future__ import annotations

from collections.abc import Sequence

from elasticsearch_dsl import Q
from elasticsearch_dsl.query import Query

from search.query.plan import FIELD_WEIGHTS, Alternative, Clause, QueryPlan, allowed_edits

#: Far above any text score, so that pinned pages come first; below what a 32-bit score keeps apart.
PINNED_SCORE = 100_000.0
#: What a match in a further field adds to that in the best one.
OTHER_FIELDS = 0.3
#: How many spellings of a misspelt word are looked for.
SPELLINGS = 30


def matching(plan: QueryPlan, minimum: int, typos: bool) -> Query:
    """Documents with at least ``minimum`` of the clauses, or pinned; within the years asked for."""
    clauses = [_clause(clause, typos) for clause in plan.clauses]
    text = Q("bool", should=clauses, minimum_should_match=minimum) if clauses else Q("match_all")
    query = Q(
        "function_score",
        query=text,
        functions=[{"field_value_factor": {"field": "weight", "missing": 1.0}}],
        boost_mode="multiply",
    )
    if plan.pinned:
        query = Q("bool", should=[query, *_pinned(plan.pinned)], minimum_should_match=1)
    return Q("bool", must=[query], filter=_years(plan))


def _pinned(page_ids: Sequence[int]) -> list[Query]:
    count = len(page_ids)
    return [
        Q("constant_score", filter=Q("term", page_id=page_id), boost=PINNED_SCORE * (count - place))
        for place, page_id in enumerate(page_ids)
    ]


def _years(plan: QueryPlan) -> list[Query]:
    request = plan.request
    bounds = {"gte": request.year_from, "lte": request.year_to}
    given = {operator: year for operator, year in bounds.items() if year is not None}
    return [Q("range", year=given)] if given else []


def _clause(clause: Clause, typos: bool) -> Query:
    asked = [alternative for alternative in clause.alternatives if typos or alternative.kind != "typo"]
    return Q("dis_max", queries=[_alternative(alternative) for alternative in asked])


def _alternative(alternative: Alternative) -> Query:
    if alternative.kind == "parts":
        return Q("bool", must=[_term("parts", token, alternative.boost) for token in alternative.tokens])
    if alternative.kind == "phrase":
        phrase = " ".join(alternative.tokens)
        return _any_field("match_phrase", "stems", {"query": phrase}, alternative.boost)
    (token,) = alternative.tokens
    if alternative.kind == "stem":
        return _term("stems", token, alternative.boost)
    if alternative.kind == "prefix":
        return _any_field("prefix", "words", {"value": token}, alternative.boost)
    fuzzy = {"value": token, "fuzziness": allowed_edits(token), "max_expansions": SPELLINGS}
    return _any_field("fuzzy", "words", fuzzy, alternative.boost)


def _term(stream: str, token: str, boost: float) -> Query:
    return _any_field("term", stream, {"value": token}, boost)


def _any_field(kind: str, stream: str, arguments: dict[str, object], boost: float) -> Query:
    """The same question to every field, the best answer counting fully."""
    queries = [
        Q(kind, **{f"{field}_{stream}": {**arguments, "boost": boost * weight}})
        for field, weight in FIELD_WEIGHTS.items()
    ]
    return Q("dis_max", queries=queries, tie_breaker=OTHER_FIELDS)
