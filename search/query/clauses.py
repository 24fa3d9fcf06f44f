"""A word or phrase of the query as a clause: one thing to find, in any of several ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from search.analysis import Token
from search.analysis.tokens import stem_of
from search.query.alternatives import EXACT, SPREAD, TYPO, itself, meaning_the_same, with_neighbour
from search.query.plan import MIN_TYPO_LENGTH, Alternative, Clause
from search.query.synonyms import Phrase, key_of
from search.query.units import Unit


def quoted(tokens: list[Token]) -> Iterator[Clause]:
    """A quoted phrase is looked for as it is: no synonyms, parts or corrections."""
    if len(tokens) > 1:
        yield quoted_phrase(tokens)
    elif tokens and not tokens[0].stop:
        yield _clause(tokens, [Alternative("stem", (tokens[0].stem,))])


def quoted_phrase(tokens: list[Token]) -> Clause:
    """These words next to each other, in this order."""
    return _clause(tokens, [Alternative("phrase", tuple(token.stem for token in tokens))])


def one_word(unit: Unit, before: Unit | None, after: Unit | None, others: Iterable[Phrase]) -> Iterator[Clause]:
    """One clause; of a compound one for each part, so that a part will do when nothing has them all."""
    alternatives = list(itself(unit))
    for first, second in pairwise([neighbour for neighbour in (before, unit, after) if neighbour]):
        alternatives += with_neighbour(first, second, leading=first is unit)
    alternatives += meaning_the_same(others)
    word = unit.tokens[0].word
    if len(unit.tokens) == 1 and len(word) >= MIN_TYPO_LENGTH and word.isalpha():
        alternatives.append(Alternative("typo", (word,), TYPO))
    for part in unit.compound_parts:
        yield _clause(unit.tokens, [*alternatives, Alternative("parts", (part,), SPREAD)], unit.source)
    if not unit.compound_parts:
        yield _clause(unit.tokens, alternatives, unit.source)


def several_words(units: list[Unit], others: Iterable[Phrase]) -> Clause:
    """Words that mean something together, of which synonyms are known."""
    tokens = tuple(token for unit in units for token in unit.tokens)
    key = key_of(tokens)
    # Of een-op-een-begeleiding the stop words are part of the word.
    telling = [token.word for token in tokens if not token.stop]
    joined = "".join(telling if len(telling) > 1 else [token.word for token in tokens])
    alternatives = [
        Alternative("phrase", tuple(token.stem for token in tokens), EXACT),
        Alternative("stem", (stem_of(joined),), EXACT),
        Alternative("parts", key or tuple(token.stem for token in tokens), SPREAD),
        *meaning_the_same(others),
    ]
    return _clause(tokens, alternatives, " ".join(unit.source for unit in units))


def _clause(tokens: Iterable[Token], alternatives: Iterable[Alternative], source: str = "") -> Clause:
    distinct = {(alternative.kind, alternative.tokens): alternative for alternative in reversed([*alternatives])}
    return Clause(
        source=source or " ".join(token.word for token in tokens),
        alternatives=tuple(reversed(distinct.values())),
    )
