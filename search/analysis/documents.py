"""What of a document is indexed, the same for both engines: streams, a static weight, a fingerprint."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b

from search.analysis.streams import Streams, streams
from search.analysis.word_lists import digest
from search.documents import SearchDocument

#: Raise when the analysis or what engines keep changes: all that was indexed before is then stale.
ANALYSIS_VERSION = 2
#: Between keywords, so that no phrase runs from one into the next. Never a word itself.
KEYWORD_BREAK = " | "

#: A page this many days newer scores a fifth more. Both engines take it from here, so that they agree, and it
#: depends on the date alone and not on today, so that a score does not change by waiting.
RECENCY_DAYS = 3650
RECENCY_FACTOR = 1.2
_NEUTRAL_DATE = date(2020, 1, 1)
#: A classic study is no worse for its age: beyond these the date says no more.
_OLDEST, _NEWEST = 0.9, 1.1
_LOWEST, _HIGHEST = 0.25, 8.0


def field_streams(document: SearchDocument) -> Mapping[str, Streams]:
    """Streams per field of :data:`search.query.plan.FIELD_WEIGHTS`."""
    keywords = [streams(keyword) for keyword in document.keywords]
    return {
        "title": streams(document.title),
        "keywords": Streams(*(KEYWORD_BREAK.join(kind) for kind in zip(*keywords, strict=True)))
        if keywords
        else Streams("", "", ""),
        "summary": streams(document.summary),
        "body": streams(document.body),
    }


def static_weight(document: SearchDocument) -> float:
    """What the text score is multiplied with: the page's own weight and a mild preference for newer pages."""
    recency = 1.0
    if document.date:
        recency = RECENCY_FACTOR ** ((document.date - _NEUTRAL_DATE).days / RECENCY_DAYS)
    return min(max(document.weight * min(max(recency, _OLDEST), _NEWEST), _LOWEST), _HIGHEST)


def fingerprint(document: SearchDocument) -> str:
    """Changes when anything that is indexed or shown changes, the word lists of the analysis included."""
    content = json.dumps(
        [
            ANALYSIS_VERSION,
            digest(),
            document.page_id,
            document.type,
            document.title,
            document.path,
            document.summary,
            document.body,
            document.keywords,
            document.date.isoformat() if document.date else None,
            document.facets,
            document.card,
            document.order_values,
            document.weight,
        ],
        sort_keys=True,
        default=str,
    )
    return blake2b(content.encode("utf-8", "replace"), digest_size=12).hexdigest()
