"""Words that mean the same: those that editors keep and the abbreviations of the field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from search.analysis import Token, analyse
from search.analysis.word_lists import abbreviations

#: Groups of terms that mean the same, as editors keep them.
SynonymGroups = tuple[tuple[str, ...], ...]
#: Stems without stop words, compounds taken apart: klassenverkleining and "klasse verkleining" are one.
Key = tuple[str, ...]


class Phrase(NamedTuple):
    """One way to say it, analysed."""

    tokens: tuple[Token, ...]
    key: Key


class SynonymMap:
    """Looks up what else means the same as some words, in both directions and for any number of words.

    Making one analyses every phrase: keep it until the groups change (:func:`synonym_map` does).
    """

    def __init__(self, groups: Iterable[Sequence[str]] = (), with_abbreviations: bool = True) -> None:
        self._others: dict[Key, dict[Key, Phrase]] = {}
        for group in (*groups, *(abbreviations() if with_abbreviations else ())):
            phrases = [phrase for text in group if (phrase := _phrase(text)).key]
            for phrase in phrases:
                others = self._others.setdefault(phrase.key, {})
                others.update({other.key: other for other in phrases if other.key != phrase.key})
        self.longest_key = max(map(len, self._others), default=0)

    def others(self, key: Key) -> tuple[Phrase, ...]:
        """What means the same as the words with this key; empty when nothing is known."""
        return tuple(self._others.get(key, {}).values())


@lru_cache(maxsize=4)
def synonym_map(groups: SynonymGroups) -> SynonymMap:
    """The map for the groups that editors keep, made once per state of them."""
    return SynonymMap(groups)


def key_of(tokens: Iterable[Token]) -> Key:
    """What these words are looked up by."""
    return tuple(part for token in tokens if not token.stop for part in (token.parts or (token.stem,)))


def full_key_of(tokens: Iterable[Token]) -> Key:
    """The same with the stop words: een-op-een-begeleiding is nothing without them."""
    return tuple(part for token in tokens for part in (token.parts or (token.stem,)))


def _phrase(text: str) -> Phrase:
    tokens = tuple(analyse(text))
    hyphens_join_stop_words = any(one.stop and other.joined for one, other in pairwise(tokens))
    return Phrase(tokens, full_key_of(tokens) if hyphens_join_stop_words else key_of(tokens))
