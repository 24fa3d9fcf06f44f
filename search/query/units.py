"""The words of a query, and which of them are known to mean something together."""

from __future__ import annotations

from functools import cache

from search.analysis import Token
from search.analysis.tokens import stem_of
from search.analysis.word_lists import light_heads
from search.query.synonyms import Key, Phrase, SynonymMap, full_key_of, key_of


class Unit:
    """A word of the query, or several that hyphens join."""

    def __init__(self, source: str, tokens: tuple[Token, ...]) -> None:
        self.source = source
        self.tokens = tokens
        self.key = key_of(tokens)

    @property
    def compound_parts(self) -> tuple[str, ...]:
        """The parts of a word that is one compound, without a last one that adds little."""
        parts = self.tokens[0].parts if len(self.tokens) == 1 else ()
        return parts[:-1] if parts and parts[-1] in _light_stems() else parts

    @property
    def searched(self) -> bool:
        """Stop words are not, unless they form one word together: een-op-een."""
        return bool(self.key) or len(self.tokens) > 1


@cache
def _light_stems() -> frozenset[str]:
    return frozenset(map(stem_of, light_heads()))


def units_of(text: str, tokens: list[Token]) -> list[Unit]:
    """The tokens of this text, those that hyphens join together."""
    groups: list[list[Token]] = []
    for token in tokens:
        if groups and token.joined:
            groups[-1].append(token)
        else:
            groups.append([token])
    return [Unit(text[group[0].start : group[-1].end], tuple(group)) for group in groups]


def longest_match(units: list[Unit], synonyms: SynonymMap) -> tuple[int, tuple[Phrase, ...]]:
    """How many units from the first on are a known phrase together, and what else means the same."""
    best: tuple[int, tuple[Phrase, ...]] = (1, ())
    key: Key = ()
    full_key: Key = ()
    for count, unit in enumerate(units, start=1):
        key += unit.key
        full_key += full_key_of(unit.tokens)
        if len(key) > synonyms.longest_key:
            break
        others = synonyms.others(full_key) or (synonyms.others(key) if unit.key and units[0].key else ())
        if others:
            best = (count, others)
    return best
