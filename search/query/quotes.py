"""What of a query stands between quotation marks: such words are taken as they are."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKS = '"“”„‟«»'
_QUOTED = re.compile(f"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]")


class Segment(NamedTuple):
    """A piece of a query; ``text`` is without its quotation marks."""

    text: str
    quoted: bool


def segments(query: str) -> list[Segment]:
    """The pieces in order, empty ones left out. A mark without a partner is no mark."""
    found: list[Segment] = []
    end = 0
    for match in _QUOTED.finditer(query):
        found.append(Segment(query[end : match.start()], quoted=False))
        found.append(Segment(match[1], quoted=True))
        end = match.end()
    found.append(Segment(query[end:], quoted=False))
    return [segment for segment in found if segment.text.strip()]


def joined(pieces: list[Segment]) -> str:
    """The query that :func:`segments` takes apart into these pieces."""
    return " ".join(f'"{piece.text.strip()}"' if piece.quoted else piece.text.strip() for piece in pieces)
