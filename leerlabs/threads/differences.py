"""What changed between two texts, word by word where lines differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")
#: Comparing takes the square of the number of words: beyond this, whole lines.
_MOST_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. ``kind`` is same, gone or new."""

    kind: str
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """``before`` and ``after`` in one: what stayed, what went and what came."""
    split = _words if len(before) + len(after) < _MOST_WORDS * 6 else _lines
    one, other = split(before), split(after)
    return list(_pieces(one, other))


def _pieces(one: list[str], other: list[str]) -> Iterator[Piece]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(one[i1:i2]))
            continue
        if i2 > i1:
            yield Piece("gone", "".join(one[i1:i2]))
        if j2 > j1:
            yield Piece("new", "".join(other[j1:j2]))


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
