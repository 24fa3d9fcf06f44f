"""Controlled terms in the order of their tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from vocabulary.memory import KnownTerm


def in_tree_order(terms: Iterable[KnownTerm]) -> list[tuple[KnownTerm, int]]:
    """Each term after the one it stands below, with its depth: 0 at the top. Keeps the order among neighbours.

    A term whose parent is not among ``terms`` stands at the top.
    """
    terms = list(terms)
    codes = {term.code for term in terms}
    below: dict[str, list[KnownTerm]] = defaultdict(list)
    for term in terms:
        parent = term.parents[0] if term.parents else ""
        below[parent if parent in codes else ""].append(term)
    return list(_walk(below, "", 0))


def _walk(below: dict[str, list[KnownTerm]], code: str, depth: int) -> Iterator[tuple[KnownTerm, int]]:
    for term in below.pop(code, []):
        yield term, depth
        yield from _walk(below, term.code, depth + 1)
