"""Words that were probably meant: the nearest ones that the index has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.query.plan import MIN_TYPO_LENGTH, allowed_edits

#: A word can only be meant by so many others; more would be noise.
MAX_CORRECTIONS = 8


class Correction(NamedTuple):
    """A word of the index near one that it does not have."""

    word: str
    edits: int


class Vocabulary:
    """All words of the index with the number of pages that have them."""

    def __init__(self, frequencies: Iterable[tuple[str, int]]) -> None:
        self._frequencies = {
            word: count for word, count in frequencies if len(word) >= MIN_TYPO_LENGTH and word.isalpha()
        }
        self._words = list(self._frequencies)

    def corrections(self, word: str) -> list[Correction]:
        """The nearest words, best first: fewest edits, the same first letter, most pages."""
        edits = allowed_edits(word)
        if not edits:
            return []
        near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=edits, limit=None)
        if not near:
            return []
        fewest = min(distance for _, distance, _ in near)
        found = [Correction(other, int(distance)) for other, distance, _ in near if distance == fewest]
        found.sort(key=lambda one: (one.word[0] != word[0], -self._frequencies[one.word], one.word))
        return found[:MAX_CORRECTIONS]
