"""From a request to a plan: every way in which a word of the query may stand in a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from search.analysis import Token, analyse
from search.analysis.tokens import stem_of
from search.analysis.word_lists import light_heads, question_words, stop_words
from search.query.levels import level_phrases
from search.query.plan import MIN_TYPO_LENGTH, Alternative, Clause, QueryPlan
from search.query.quotes import segments
from search.query.synonyms import Key, Phrase, SynonymGroups, SynonymMap, full_key_of, key_of, synonym_map
from search.request import MAX_WORDS, SearchRequest

#: What a match is worth next to the word itself. A compound that only contains the word says less than the
#: word; its parts spread over a document less than next to each other; a synonym less than the word asked.
EXACT, AS_ONE_PHRASE, SYNONYM, WITHIN_COMPOUND, SPREAD, TYPO = 1.0, 0.9, 0.8, 0.6, 0.5, 0.3
#: Words next to each other as they were asked: above either of them alone.
SIDE_BY_SIDE = 1.0


class _Unit:
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


def build_plan(request: SearchRequest, synonyms: SynonymGroups = (), pinned: tuple[int, ...] = ()) -> QueryPlan:
    """The plan for ``request``, with the groups of terms that mean the same and the pages to put on top.

    A query of stop words alone has no clauses: it finds all that passes the filters.
    """
    known = synonym_map(synonyms)
    clauses: list[Clause] = []
    asking: list[Clause] = []
    words: list[str] = []
    for segment in segments(request.query):
        tokens = analyse(segment.text)
        words += [token.word for token in tokens if not token.stop]
        if segment.quoted:
            clauses += _quoted(tokens)
            continue
        for clause in _free(segment.text, tokens, known):
            (asking if _only_asks(clause) else clauses).append(clause)
    if not clauses:
        clauses, asking = asking, []
    clauses = clauses[:MAX_WORDS]
    return QueryPlan(
        request=request,
        clauses=tuple(clauses),
        minimum_clauses=_most_of(len(clauses)),
        preferred=(*_preferred(request, known), *asking[:MAX_WORDS]),
        pinned=pinned,
        words=tuple(dict.fromkeys(words[:MAX_WORDS])),
        marked=frozenset(_marked(clauses)),
    )


def _only_asks(clause: Clause) -> bool:
    """Whether it is a word that questions are made of, which narrows nothing down."""
    return all(token.stop or token.word in question_words() for token in analyse(clause.source))


@cache
def _light_stems() -> frozenset[str]:
    return frozenset(map(stem_of, light_heads()))


def _preferred(request: SearchRequest, known: SynonymMap) -> Iterator[Clause]:
    """What became a filter, as words that lift a page: "kleuters", or else every group as "groep 5"."""
    if not request.derived:
        return
    free = [segment.text for segment in segments(request.typed) if not segment.quoted]
    phrases = [phrase for text in free for phrase in level_phrases(text)]
    for phrase in phrases:
        yield from _free(phrase, analyse(phrase), known)
    if not phrases:
        for _, code in request.derived:
            yield _quoted_phrase(analyse(code.replace("-", " ")))


def _most_of(count: int) -> int:
    """Two of three, three of five: enough to be about the same thing."""
    return max(1, (2 * count + 1) // 3) if count else 0


def _quoted(tokens: list[Token]) -> Iterator[Clause]:
    """A quoted phrase is looked for as it is: no synonyms, parts or corrections."""
    if len(tokens) > 1:
        yield _quoted_phrase(tokens)
    elif tokens and not tokens[0].stop:
        yield _clause(tokens, [Alternative("stem", (tokens[0].stem,))])


def _quoted_phrase(tokens: list[Token]) -> Clause:
    return _clause(tokens, [Alternative("phrase", tuple(token.stem for token in tokens))])


def _free(text: str, tokens: list[Token], synonyms: SynonymMap) -> Iterator[Clause]:
    units = _units(text, tokens)
    place = 0
    while place < len(units):
        count, others = _longest_match(units[place:], synonyms)
        matched = units[place : place + count]
        if count > 1:
            yield _several_words(matched, others)
        elif matched[0].searched:
            before = units[place - 1] if place else None
            after = units[place + 1] if place + 1 < len(units) else None
            yield from _one_word(matched[0], before, after, others)
        place += count


def _units(text: str, tokens: list[Token]) -> list[_Unit]:
    groups: list[list[Token]] = []
    for token in tokens:
        if groups and token.joined:
            groups[-1].append(token)
        else:
            groups.append([token])
    return [_Unit(text[group[0].start : group[-1].end], tuple(group)) for group in groups]


def _longest_match(units: list[_Unit], synonyms: SynonymMap) -> tuple[int, tuple[Phrase, ...]]:
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


def _one_word(unit: _Unit, before: _Unit | None, after: _Unit | None, others: Iterable[Phrase]) -> Iterator[Clause]:
    """One clause; of a compound one for each part, so that a part will do when nothing has them all."""
    alternatives = list(_itself(unit))
    for first, second in pairwise([neighbour for neighbour in (before, unit, after) if neighbour]):
        alternatives += _with_neighbour(first, second, leading=first is unit)
    alternatives += _synonyms(others)
    word = unit.tokens[0].word
    if len(unit.tokens) == 1 and len(word) >= MIN_TYPO_LENGTH and word.isalpha():
        alternatives.append(Alternative("typo", (word,), TYPO))
    for part in unit.compound_parts:
        yield _clause(unit.tokens, [*alternatives, Alternative("parts", (part,), SPREAD)], unit.source)
    if not unit.compound_parts:
        yield _clause(unit.tokens, alternatives, unit.source)


def _itself(unit: _Unit) -> Iterator[Alternative]:
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


def _with_neighbour(first: _Unit, second: _Unit, leading: bool) -> Iterator[Alternative]:
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


def _several_words(units: list[_Unit], others: Iterable[Phrase]) -> Clause:
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
        *_synonyms(others),
    ]
    return _clause(tokens, alternatives, " ".join(unit.source for unit in units))


def _synonyms(others: Iterable[Phrase]) -> Iterator[Alternative]:
    for other in others:
        if len(other.tokens) > 1:
            yield Alternative("phrase", tuple(token.stem for token in other.tokens), SYNONYM)
            continue
        token = other.tokens[0]
        yield Alternative("stem", (token.stem,), SYNONYM)
        if token.parts:
            yield Alternative("phrase", token.parts, SYNONYM * AS_ONE_PHRASE)


def _clause(tokens: Iterable[Token], alternatives: Iterable[Alternative], source: str = "") -> Clause:
    distinct = {(alternative.kind, alternative.tokens): alternative for alternative in reversed([*alternatives])}
    return Clause(
        source=source or " ".join(token.word for token in tokens),
        alternatives=tuple(reversed(distinct.values())),
    )


def _marked(clauses: Iterable[Clause]) -> Iterator[str]:
    """What to mark: stems, and phrases as stems with spaces between; not what corrects a typing error."""
    for clause in clauses:
        for alternative in clause.alternatives:
            if alternative.kind == "phrase":
                yield " ".join(alternative.tokens)
            elif alternative.kind != "typo":
                yield from alternative.tokens
