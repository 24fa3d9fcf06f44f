"""How good a ranking is, from graded judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

#: How many hits a measure looks at: what a reader sees without scrolling far.
CUTOFF = 10
#: The grade of a page that is what the searcher came for.
PERFECT = 3


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], cutoff: int = CUTOFF) -> float:
    """Normalised discounted cumulative gain of the first ``cutoff`` hits, from 0 to 1.

    ``DCG@k = sum over ranks i = 1..k of (2^grade_i - 1) / log2(i + 1)``, divided by the DCG of the best
    possible order. A page without a judgement has grade 0. Discounted gain and its normalisation:
    K. Järvelin and J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), 2002,
    doi:10.1145/582415.582418. The exponential gain: C. Burges et al., "Learning to rank using gradient
    descent", ICML 2005, doi:10.1145/1102351.1102363.
    """
    found = _dcg([grades.get(address, 0) for address in ranking[:cutoff]])
    best = _dcg(sorted(grades.values(), reverse=True)[:cutoff])
    return found / best


def success(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """Success@1: 1 when the first hit is what the searcher came for, otherwise 0."""
    return float(bool(ranking) and grades.get(ranking[0], 0) == PERFECT)


def _dcg(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))
