"""Every way in which a word may stand in a document, and what a match by it is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.analysis.tokens import stem_of
from search.analysis.word_lists import stop_words
from search.query.plan import Alternative
from search.query.synonyms import Phrase
from search.query.units import Unit

#: What a match is worth next to the word itself. A compound that only contains the word says less than the
#: word; its parts spread over a document less than next to each other; a synonym less than the word asked.
EXACT, AS_ONE_PHRASE, SYNONYM, WITHIN_COMPOUND, SPREAD, TYPO = 1.0, 0.9, 0.8, 0.6, 0.5, 0.3
#: Words next to each other as they were asked: above either of them alone.
SIDE_BY_SIDE = 1.0


def itself(unit: Unit) -> Iterator[Alternative]:
    """The word as it was asked: its stem, its parts, or a longer word that has it."""
    token = unit.tokens[-1]
    if len(unit.tokens) > 1:
        yield Alternative("phrase", tuple(token.stem for token in unit.tokens), EXACT)
        if token.joined:
            yield Alternative("stem", (token.joined,), EXACT)
            yield Alternative("parts", (token.joined,), WITHIN_COMPOUND)
        if unit.key:
            yield Alternative("parts", unit.key, SPREAD)
        return
    yield Alternative("stem", (token.stem,), EXACT)
    if token.parts:
        yield Alternative("phrase", token.parts, AS_ONE_PHRASE)
    elif token.word.isalpha():
        yield Alternative("parts", (token.stem,), WITHIN_COMPOUND)


def with_neighbour(first: Unit, second: Unit, leading: bool) -> Iterator[Alternative]:
    """Words that stand side by side in the query, written as one word or side by side in the document."""
    if len(first.tokens) > 1 or len(second.tokens) > 1:
        return
    one, other = first.tokens[0], second.tokens[0]
    if one.stop or other.stop:
        return
    joined = stem_of(one.word + other.word)
    if one.word.isalpha() and other.word.isalpha() and joined not in stop_words():
        yield Alternative("stem", (joined,), EXACT)
    if leading:
        yield Alternative("phrase", (one.stem, other.stem), SIDE_BY_SIDE)


def meaning_the_same(others: Iterable[Phrase]) -> Iterator[Alternative]:
    """Other words for the same."""
    for other in others:
        if len(other.tokens) > 1:
            yield Alternative("phrase", tuple(token.stem for token in other.tokens), SYNONYM)
            continue
        token = other.tokens[0]
        yield Alternative("stem", (token.stem,), SYNONYM)
        if token.parts:
            yield Alternative("phrase", token.parts, SYNONYM * AS_ONE_PHRASE)
