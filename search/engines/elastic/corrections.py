"""Misspelt words, and what was probably meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rapidfuzz.distance import OSA

from search.analysis import analyse
from search.analysis.tokens import look_up
from search.engines.elastic.schema import WORDS
from search.query.plan import Alternative, Clause, QueryPlan, allowed_edits

#: Corrected words that are looked for in place of one; more would be noise.
MAX_CORRECTIONS = 8
#: Words that the server proposes for one, of which the nearest are taken.
PROPOSED = 40
#: A corrected word says less than the word itself, and less the more of it was corrected.
CORRECTED = 0.5

#: The word that was typed, and those of the index that are nearest to it, best first.
Corrections = Mapping[str, Sequence[str]]


def suggesters(plan: QueryPlan) -> dict[str, Any]:
    """Questions for words like those of the query that no document has; for the others they cost little."""
    return {
        word: {
            "text": word,
            "term": {
                "field": WORDS,
                "analyzer": "keyword",
                "suggest_mode": "missing",
                "max_edits": edits,
                "prefix_length": 0,
                "size": PROPOSED,
            },
        }
        for word in dict.fromkeys(plan.words)
        if (edits := allowed_edits(word)) and word.isalpha()
    }


def proposed(answer: Mapping[str, Any]) -> Corrections:
    """For each word that nobody uses the nearest: fewest edits, same first letter, most pages."""
    nearest = {}
    for word, entries in answer.get("suggest", {}).items():
        frequencies = {option["text"]: option["freq"] for entry in entries for option in entry["options"]}
        if best := _nearest(word, frequencies):
            nearest[word] = best
    return nearest


def _nearest(word: str, frequencies: Mapping[str, int]) -> list[str]:
    edits = {other: OSA.distance(word, other) for other in frequencies if other.isalpha()}
    fewest = min(edits.values(), default=0)
    near = [other for other, distance in edits.items() if distance == fewest <= allowed_edits(word)]
    near.sort(key=lambda other: (other[0] != word[0], -frequencies[other], other))
    return near[:MAX_CORRECTIONS]


def typed_words(clause: Clause) -> frozenset[str]:
    """The words of the clause, as written, that may be corrected."""
    return frozenset(one.tokens[0] for one in clause.alternatives if one.kind == "typo")


def corrected(clause: Clause, corrections: Corrections) -> Clause:
    """The clause with what was probably meant beside what was written."""
    meant = [
        Alternative("stem", (look_up(near).stem,), CORRECTED ** OSA.distance(one.tokens[0], near))
        for one in clause.alternatives
        if one.kind == "typo"
        for near in corrections.get(one.tokens[0], ())
    ]
    return replace(clause, alternatives=(*clause.alternatives, *meant))


def respelt(text: str, corrections: Corrections) -> str:
    """The query as typed, with the likeliest correction in the place of each misspelt word."""
    for token in reversed(analyse(text)):
        if token.word in corrections:
            text = text[: token.start] + corrections[token.word][0] + text[token.end :]
    return text
