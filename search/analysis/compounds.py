"""Taking Dutch compounds apart by a word list: ``leesonderwijs`` is lees + onderwijs.

A word is only split when listed parts, with linking letters between them, cover all of it: a wrong split
costs more than a missed one. Of several covers the one with the fewest parts wins, then the one with the
longest first part.
"""

from __future__ import annotations

from functools import cache, lru_cache

from search.analysis.stemming import stem
from search.analysis.word_lists import compound_parts, do_not_split

MIN_PART_LENGTH = 3
#: The last part is recognised by its stem, so that its plural counts too; short ones need the listed form.
MIN_INFLECTED_LENGTH = 5
MAX_COMPOUND_LENGTH = 40
_LINKS = ("", "s", "en", "e", "n")


@cache
def _longest_part() -> int:
    return max(map(len, compound_parts()), default=0)


@cache
def _stems_of_parts() -> frozenset[str]:
    return frozenset(stem(word) for word in compound_parts().values())


@cache
def _whole_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in do_not_split())


@lru_cache(maxsize=16_384)
def split(word: str) -> tuple[str, ...]:
    """Stems of the parts of a folded word, at least two; empty when it is no compound that we know."""
    if not 2 * MIN_PART_LENGTH <= len(word) <= MAX_COMPOUND_LENGTH:
        return ()
    if not word.isalpha() or word in compound_parts() or word in do_not_split():
        return ()
    if stem(word) in _stems_of_parts() or stem(word) in _whole_stems():
        return ()
    return _best_cover(word, 0, {}) or ()


def _best_cover(word: str, start: int, known: dict[int, tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """Fewest parts that cover ``word[start:]``, or None."""
    if start in known:
        return known[start]
    best = _last_part(word, start) if start else None
    if best is None:
        for end in range(min(len(word) - MIN_PART_LENGTH, start + _longest_part()), start + MIN_PART_LENGTH - 1, -1):
            part = compound_parts().get(word[start:end])
            if part is None:
                continue
            for link in _LINKS:
                if not word.startswith(link, end) or len(word) - end - len(link) < MIN_PART_LENGTH:
                    continue
                rest = _best_cover(word, end + len(link), known)
                if rest is not None and (best is None or len(rest) + 1 < len(best)):
                    best = (stem(part), *rest)
    known[start] = best
    return best


def _last_part(word: str, start: int) -> tuple[str, ...] | None:
    tail = word[start:]
    listed = compound_parts().get(tail)
    if listed is not None:
        return (stem(listed),)
    if tail in do_not_split():
        return None
    if len(tail) >= MIN_INFLECTED_LENGTH and stem(tail) in _stems_of_parts():
        return (stem(tail),)
    return None
