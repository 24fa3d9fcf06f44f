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
#: ``parts``: every stem or compound part, anywhere in the document (``leesonderwijs``: lees + onderwijs).
#: ``typo``: the word as written, within the edit distance that its length allows.
#: ``prefix``: words as written that begin so.
Kind = Literal["stem", "phrase", "parts", "typo", "prefix"]

#: How heavily a match counts per field of the document.
FIELD_WEIGHTS: Mapping[str, float] = {"title": 4.0, "keywords": 2.5, "summary": 2.0, "body": 1.0}


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

    Every clause must match; when that finds nothing the engine asks again, in the same round trip where it
    can, for documents with at least ``minimum_clauses`` of them and says ``relaxed``.
    No clause at all means: every document that passes the filters.
    """

    request: SearchRequest
    clauses: tuple[Clause, ...] = ()
    minimum_clauses: int = 0
    #: Page ids that editors put on top for this query, first one first.
    pinned: tuple[int, ...] = ()
    #: Folded words of the query as written, for ``bedoelde u``.
    words: tuple[str, ...] = ()
    #: Stems and parts that are marked in titles and snippets.
    marked: frozenset[str] = field(default_factory=frozenset)
