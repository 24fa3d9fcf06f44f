"""The measures, on rankings that are worked out by hand; and the set of queries itself."""

from __future__ import annotations

from collections import Counter
from math import log2

import pytest

from tests.relevance.judged_queries import judged_queries
from tests.relevance.measures import ndcg, success
from tests.relevance.rankings import Outcome
from tests.relevance.thresholds import shortfalls

GRADES = {"a": 3, "b": 2, "c": 1}


def test_the_best_order_has_ndcg_one_and_nothing_found_zero() -> None:
    assert ndcg(["a", "b", "c", "x"], GRADES) == pytest.approx(1.0)
    assert ndcg([], GRADES) == ndcg(["x", "y"], GRADES) == 0.0


def test_ndcg_is_gain_by_rank_over_the_best_gain() -> None:
    found = 1 / log2(2) + 0 + 7 / log2(4)
    best = 7 / log2(2) + 3 / log2(3) + 1 / log2(4)

    assert ndcg(["c", "x", "a"], GRADES) == pytest.approx(found / best)


def test_what_comes_after_the_cutoff_does_not_count() -> None:
    assert ndcg([*"vwxyz", *"opqrs", "a"], GRADES) == 0.0
    assert ndcg(["a", *"xyzopqrst"], {"a": 3, **{f"n{number}": 3 for number in range(30)}}) == pytest.approx(
        1 / sum(1 / log2(rank + 1) for rank in range(1, 11))
    )


def test_success_is_a_perfect_first_hit() -> None:
    assert success(["a", "x"], GRADES) == 1.0
    assert success(["b", "a"], GRADES) == success([], GRADES) == 0.0


def test_a_drop_is_told_for_the_kind_the_tuned_and_the_held_out_queries() -> None:
    nothing = [Outcome(judged, ()) for judged in judged_queries()]
    perfect = [
        Outcome(judged, tuple(sorted(judged.grades, key=judged.grades.__getitem__, reverse=True)))
        for judged in judged_queries()
    ]

    told = {sentence.partition(":")[0] for sentence in shortfalls(nothing)}
    assert told == {judged.kind for judged in judged_queries()} | {"all tuned", "held out"}
    assert shortfalls(perfect) == []


def test_a_quarter_of_the_queries_is_held_out_and_every_kind_has_some_of_both() -> None:
    queries = judged_queries()
    of_kind = Counter((judged.kind, judged.held_out) for judged in queries)

    assert len(queries) >= 45
    assert sum(judged.held_out for judged in queries) >= len(queries) / 4
    assert all(of_kind[kind, held_out] for kind, _ in of_kind for held_out in (True, False))
