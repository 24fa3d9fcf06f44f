"""A plan as Tantivy queries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tantivy import FieldType, Occur, Query

from search.engines.embedded.schema import facet_field, schema
from search.facets import FACET_NAMES
from search.query.plan import FIELD_WEIGHTS, LIFT, Alternative, Clause
from search.request import SearchRequest

#: What a match in a further field adds to that in the best one.
OTHER_FIELDS = 0.3


def text_query(clauses: Sequence[Clause], minimum: int) -> Any:
    """Documents with at least ``minimum`` of the clauses; all documents when there are none."""
    if not clauses:
        return Query.all_query()
    queries = [clause_query(clause) for clause in clauses]
    if minimum >= len(queries):
        return all_of(queries)
    return Query.boolean_query([(Occur.Should, query) for query in queries], minimum_number_should_match=minimum)


def clause_query(clause: Clause) -> Any:
    """Any alternative will do, the best one scores. Corrections are worked out before this."""
    queries = [_alternative(one) for one in clause.alternatives if one.kind != "typo"]
    return Query.disjunction_max_query(queries) if queries else Query.empty_query()


def lifting(query: Any, preferred: Sequence[Clause]) -> Any:
    """The same documents, those with preferred words scoring more."""
    if not preferred:
        return query
    lifted = [(Occur.Should, Query.boost_query(clause_query(clause), LIFT)) for clause in preferred]
    return Query.boolean_query([(Occur.Must, query), *lifted])


def filter_query(request: SearchRequest, without_facet: str = "") -> Any | None:
    """The filters of a request, as a query that does not score; ``without_facet`` is left out."""
    queries = [
        Query.term_set_query(schema(), facet_field(name), list(request.filters[name]))
        for name in FACET_NAMES
        if request.filters.get(name) and name != without_facet
    ]
    if request.year_from is not None or request.year_to is not None:
        queries.append(Query.range_query(schema(), "year", FieldType.Integer, request.year_from, request.year_to))
    return Query.const_score_query(all_of(queries), 0.0) if queries else None


def of_pages(page_ids: Iterable[int]) -> Any:
    """These pages, without a score."""
    return Query.const_score_query(Query.term_set_query(schema(), "page_id", list(page_ids)), 0.0)


def all_of(queries: Sequence[Any]) -> Any:
    """Documents that match every query."""
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, one) for one in queries])


def any_of(queries: Sequence[Any]) -> Any:
    """Documents that match one of the queries."""
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, one) for one in queries])


def but_not(query: Any, excluded: Any) -> Any:
    """Documents that match the first and not the second."""
    return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, excluded)])


def in_any_field(stream: str, token: str, weights: Mapping[str, float] = FIELD_WEIGHTS) -> Any:
    """A term in any field, each with its weight: the best field counts fully, the others a little."""
    return _best_field({field: Query.term_query(schema(), f"{field}_{stream}", token) for field in weights}, weights)


def _alternative(alternative: Alternative) -> Any:
    return Query.boost_query(_unboosted(alternative), alternative.boost)


def _unboosted(alternative: Alternative) -> Any:
    tokens = list(alternative.tokens)
    if alternative.kind == "prefix":
        return Query.regex_query(schema(), "words", f"{re.escape(tokens[0])}.*")
    if alternative.kind == "parts":
        return all_of([in_any_field("parts", token) for token in tokens])
    if len(tokens) == 1:
        return in_any_field("stems", tokens[0])
    return _best_field(
        {field: Query.phrase_query(schema(), f"{field}_stems", tokens) for field in FIELD_WEIGHTS},
        FIELD_WEIGHTS,
    )


def _best_field(queries: Mapping[str, Any], weights: Mapping[str, float]) -> Any:
    return Query.disjunction_max_query(
        [Query.boost_query(query, weights[field]) for field, query in queries.items()], OTHER_FIELDS
    )
