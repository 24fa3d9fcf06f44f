"""From a request to a plan: every way in which a word of the query may stand in a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.analysis import Token, analyse
from search.analysis.word_lists import question_words
from search.query.clauses import one_word, quoted, quoted_phrase, several_words
from search.query.levels import level_phrases
from search.query.plan import Clause, QueryPlan
from search.query.quotes import segments
from search.query.synonyms import SynonymGroups, SynonymMap, synonym_map
from search.query.units import longest_match, units_of
from search.request import MAX_WORDS, SearchRequest


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
            clauses += quoted(tokens)
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
            yield quoted_phrase(analyse(code.replace("-", " ")))


def _most_of(count: int) -> int:
    """Two of three, three of five: enough to be about the same thing."""
    return max(1, (2 * count + 1) // 3) if count else 0


def _free(text: str, tokens: list[Token], synonyms: SynonymMap) -> Iterator[Clause]:
    units = units_of(text, tokens)
    place = 0
    while place < len(units):
        count, others = longest_match(units[place:], synonyms)
        matched = units[place : place + count]
        if count > 1:
            yield several_words(matched, others)
        elif matched[0].searched:
            before = units[place - 1] if place else None
            after = units[place + 1] if place + 1 < len(units) else None
            yield from one_word(matched[0], before, after, others)
        place += count


def _marked(clauses: Iterable[Clause]) -> Iterator[str]:
    """What to mark: stems, and phrases as stems with spaces between; not what corrects a typing error."""
    for clause in clauses:
        for alternative in clause.alternatives:
            if alternative.kind == "phrase":
                yield " ".join(alternative.tokens)
            elif alternative.kind != "typo":
                yield from alternative.tokens
