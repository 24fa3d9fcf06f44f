"""Levels and groups in the text of a query: "groep 5 t/m 8", "kleuters", "basisschool".

Each becomes a filter that the visitor may remove. The codes are those of the facet ``niveau``.
"""

from __future__ import annotations

import re

_NUMBERS = {"één": 1, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8}
_NUMBER = r"(?:[1-8]|één|drie|vier|vijf|zes|zeven|acht)(?![^\W_])"
_RANGE = r"\s*(?:[-–—]|t/m|tm\b|tot\s+en\s+met\b|tot\b)\s*"
_LIST = r"\s*(?:,\s*en\b|,|/|&|\+|en\b|of\b)\s*"
#: "in de", "voor": goes with what it stands before, so that "lezen in groep 5" leaves "lezen".
_BEFORE = r"(?:\b(?:in|voor|van|bij|uit|aan|op|de|het|alle)\s+)*"
_GROUPS = re.compile(
    rf"{_BEFORE}(?<![\w-])(?:(?:jaar|combinatie|combi)?groep(?:en)?|gr\.?)\s*"
    rf"(?P<numbers>{_NUMBER}(?:(?:{_RANGE}|{_LIST}){_NUMBER})*)",
    re.IGNORECASE,
)
_ONE_OR_RANGE = re.compile(rf"({_NUMBER})(?:{_RANGE}({_NUMBER}))?", re.IGNORECASE)


def _groups(first: int, last: int) -> tuple[str, ...]:
    return tuple(f"groep-{number}" for number in range(min(first, last), max(first, last) + 1))


#: Words for a level, longer ones first where one begins the other. Schools divide the years in two or in
#: three, so the parts overlap here: too wide a filter is better than one that hides what was meant. "Vve" and
#: "peuters" are no filters: they are subjects here, with theme pages and news that belong to no level.
_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"kleuter(?:s|groep|groepen|klas|klassen|bouw|onderwijs)?", _groups(1, 2)),
    (r"onderbouw", _groups(1, 4)),
    (r"middenbouw", _groups(3, 6)),
    (r"bovenbouw", _groups(5, 8)),
    (r"sbo|sbao|speciaal\s+basisonderwijs", ("sbo",)),
    (r"so|(?<!voortgezet )speciaal\s+onderwijs", ("so",)),
    (r"vo|voortgezet\s+onderwijs|middelbare\s+scho(?:ol|len)|middelbaar\s+onderwijs", ("vo",)),
    (r"po|basisscho(?:ol|len)|basisonderwijs|primair\s+onderwijs", ("po",)),
)
_WORD_PATTERNS = tuple(
    (re.compile(rf"{_BEFORE}(?<![\w-])(?P<level>{pattern})(?![\w-])", re.IGNORECASE), codes)
    for pattern, codes in _WORDS
)


def derive_levels(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what names a level, and the codes of those levels in order.

    What is left names no level any more, whatever was taken out from between. A primary group says more than
    "basisschool", so next to it the latter is no filter.
    """
    codes: list[str] = []
    remaining = text
    while True:
        codes += [code for match in _GROUPS.finditer(remaining) for code in _numbers(match["numbers"])]
        shorter = _GROUPS.sub(" ", remaining)
        for pattern, of_word in _WORD_PATTERNS:
            if pattern.search(shorter):
                codes += of_word
                shorter = pattern.sub(" ", shorter)
        if shorter == remaining:
            break
        remaining = " ".join(shorter.split())
    if any(code.startswith("groep-") for code in codes):
        codes = [code for code in codes if code != "po"]
    return remaining, tuple(dict.fromkeys(codes))


def level_phrases(text: str) -> list[str]:
    """The words in ``text`` that name a level, without those before them and without numbered groups."""
    return [match["level"] for pattern, _ in _WORD_PATTERNS for match in pattern.finditer(text)]


def _numbers(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in _ONE_OR_RANGE.finditer(text):
        first = _number(match[1])
        found.extend(_groups(first, _number(match[2]) if match[2] else first))
    return tuple(found)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]
