"""Hits out of what the index keeps: no page is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from search.results import Hit
from search.snippets import highlight, snippet


def page_of_hits(
    searcher: Any,
    found: Iterable[tuple[float, Any]],
    marked: frozenset[str],
    pinned: frozenset[int] = frozenset(),
) -> tuple[Hit, ...]:
    """Scores and document addresses as hits, in the same order."""
    return tuple(_hit(searcher.doc(address), score, marked, pinned) for score, address in found)


def shown(stored: Any) -> dict[str, Any]:
    """What the index keeps of a page besides its text."""
    kept: dict[str, Any] = json.loads(bytes(stored.get_first("shown")))
    return kept


def _hit(stored: Any, score: float, marked: frozenset[str], pinned: frozenset[int]) -> Hit:
    kept = shown(stored)
    body = bytes(stored.get_first("body") or b"").decode("utf-8")
    cut = snippet(kept["summary"], body, marked)
    return Hit(
        page_id=kept["page_id"],
        type=kept["type"],
        title=kept["title"],
        path=kept["path"],
        title_html=highlight(kept["title"], marked),
        snippet_html=cut.html,
        snippet=cut.text,
        themes=tuple(kept["facets"].get("thema", ())),
        score=round(score, 4),
        card=kept["card"],
        pinned=kept["page_id"] in pinned,
    )
