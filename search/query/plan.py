"""A search worked out for an engine: which stems, phrases and spellings to look for, and how heavily.

Pure values. Synonyms, compounds and typing errors are worked out here once, so that both engines ask for
the same thing and an editor's change works at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from search.request import SearchRequest

#: ``stem``: one stem, in any field. ``phrase``: stems next to each other, in this order.
#: ``parts``: every stem or compound part, anywhere in the document (``leesonderwijs``: lees + onderwijs); the
#: ``parts`` stream of :mod:`search.analysis.streams` holds the stems too, so that one field answers it.
#: ``typo``: the word as written, within :func:`allowed_edits`. Engines look for it only when the search finds
#: nothing without it: "lezen" never matches "leven", and totals stay what they say.
#: ``prefix``: words as written that begin so.
Kind = Literal["stem", "phrase", "parts", "typo", "prefix"]

#: How heavily a match counts per field of the document.
FIELD_WEIGHTS: Mapping[str, float] = {"title": 4.0, "keywords": 2.5, "summary": 2.0, "body": 1.0}


#: What a preferred word counts next to one that was asked for.
LIFT = 0.5

#: Shorter words are not corrected: too much is one letter away from them.
MIN_TYPO_LENGTH = 4


def allowed_edits(word: str) -> int:
    """How many letters may differ (a swap of neighbours counts as one) for ``word`` to be a typing error."""
    if len(word) < MIN_TYPO_LENGTH:
        return 0
    return 1 if len(word) < 6 else 2


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way in which a word of the query may stand in a document."""

    kind: Kind
    tokens: tuple[str, ...]
    boost: float = 1.0


@dataclass(frozen=True, slots=True)
class Clause:
    """One word or quoted phrase: any alternative will do, the best one scores."""

    source: str
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """All that an engine needs.

    Every clause must match, first without ``typo`` alternatives and, when that finds nothing, with them. When
    that finds nothing either the engine asks, in the same round trip where it can, for documents that have at
    least ``minimum_clauses`` of them and says ``relaxed``.
    No clause at all means: every document that passes the filters.
    """

    request: SearchRequest
    clauses: tuple[Clause, ...] = ()
    minimum_clauses: int = 0
    #: What lifts pages without being asked of them: words that became a filter ("kleuters", "groep 5"), because
    #: pages that are all about them come before pages that merely suit them, and words that only make a question.
    preferred: tuple[Clause, ...] = ()
    #: Page ids that editors put on top for this query, first one first.
    pinned: tuple[int, ...] = ()
    #: Only these pages are looked at; None for all.
    among: tuple[int, ...] | None = None
    #: Folded words of the query as written, for ``bedoelde je``.
    words: tuple[str, ...] = ()
    #: Stems and parts that are marked in titles and snippets; one with spaces is a phrase of stems.
    marked: frozenset[str] = field(default_factory=frozenset)
