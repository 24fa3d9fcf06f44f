"""What of a text can stand on paper.

A tagged PDF may hold no character that its fonts cannot draw. Signs that draw nothing (control characters,
turns of direction, joiners) are left out; what no font of ours has (emoji, most of the world's scripts) becomes ``□``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

#: Scripts that the fonts have in full; a test sets every one of these characters.
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x17E),
    (0x218, 0x21B),
    (0x391, 0x3A1),
    (0x3A3, 0x3CE),
    (0x410, 0x44F),
    (0x5D0, 0x5EA),
    (0x621, 0x63A),
    (0x641, 0x64A),
    (0x2010, 0x2014),
    (0x2018, 0x201A),
    (0x201C, 0x201E),
    (0x2020, 0x2022),
    (0x2190, 0x2193),
)
SIGNS = frozenset("\n\t…‰′″‹›€™−≈≠≤≥□☐☑■")
PLACEHOLDER = "□"

#: Categories of characters that draw nothing, or that no font of the world may give a meaning.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_PLACEHOLDERS = re.compile(f"{PLACEHOLDER}{{2,}}")


def is_everywhere(character: str) -> bool:
    """Whether the fonts certainly have ``character``."""
    return character in SIGNS or any(first <= ord(character) <= last for first, last in RANGES)


def readable(text: str) -> str:
    """``text`` composed, with plain line ends and without what draws nothing."""
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    return "".join(sign for sign in composed if sign in "\n\t" or unicodedata.category(sign) not in _UNSEEN)


def drawable(text: str) -> str:
    """:func:`readable` with ``□`` for (each run of) what is not certainly in the fonts."""
    seen = "".join(sign if is_everywhere(sign) else PLACEHOLDER for sign in readable(text))
    return _PLACEHOLDERS.sub(PLACEHOLDER, seen)


def in_all_texts(data: Any, change: Callable[[str], str]) -> Any:
    """``data`` (anything JSON can hold) with ``change`` applied to each text in it; keys stay as they are."""
    match data:
        case str():
            return change(data)
        case dict():
            return {key: in_all_texts(value, change) for key, value in data.items()}
        case list() | tuple():
            return [in_all_texts(value, change) for value in data]
    return data
