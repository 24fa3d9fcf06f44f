"""Tokens: the words of a text with their place in it, their stem and their compound parts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from search.analysis.compounds import split
from search.analysis.folding import fold
from search.analysis.stemming import stem
from search.analysis.word_lists import compound_parts, stop_words

#: Longer words are indexed by their beginning: no engine takes terms of any length.
MAX_WORD_LENGTH = 64
#: Between the parts in the stem of a compound, so that klasverkleining and klassenverkleining are one.
COMPOUND_SEPARATOR = "_"
_MAX_CHAIN = 5
_HYPHENS = "-\u2010\u2011"

_MARKS = "\u00ad\u0300-\u036f\u200c\u200d"
_LETTERS = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
WORD = re.compile(
    # o.a., N.P.O.
    r"(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])"
    # 8,5 and 10.000
    r"|[0-9]+(?:[.,][0-9]+)+(?![^\W_])"
    # leraar, ib'er, foto’s, 5a
    rf"|{_LETTERS}(?:['’‘`´]{_LETTERS})*"
)
_NUMBER = re.compile(r"[0-9][0-9.,]*[.,][0-9.,]*")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_new_token = tuple.__new__
_APOSTROPHE = re.compile("['’‘`´]")


class Token(NamedTuple):
    """One word: ``text[start:end]`` is what was written."""

    start: int
    end: int
    #: Folded, as written.
    word: str
    stem: str
    #: Stems of the parts of a compound.
    parts: tuple[str, ...]
    #: Whether it is a stop word: it keeps its place in phrases but is not searched for by itself.
    stop: bool
    #: Where hyphens join it to the words before: the stem of all that as one word (``e-learning``: elearn).
    joined: str = ""


class Entry(NamedTuple):
    """What a written word is, wherever it stands; the fields are those of :class:`Token`."""

    word: str
    stem: str
    parts: tuple[str, ...]
    stop: bool


@lru_cache(maxsize=65_536)
def look_up(written: str) -> Entry:
    """Word, stem and parts of what :data:`WORD` matches."""
    if _NUMBER.fullmatch(written):
        number = written.replace(".", "") if _THOUSANDS.fullmatch(written) else written.replace(",", ".")
        number = number[:MAX_WORD_LENGTH]
        return Entry(number, number, (), False)
    word = fold(written)[:MAX_WORD_LENGTH]
    if word in stop_words():
        return Entry(word, word, (), True)
    base = _without_apostrophe_ending(written)[:MAX_WORD_LENGTH]
    parts = split(base)
    return Entry(word, COMPOUND_SEPARATOR.join(parts) if parts else _stem(base), parts, False)


def _stem(word: str) -> str:
    """Stem of a word that is no compound; a listed part is stemmed as the word it is a form of."""
    return stem(compound_parts().get(word, word))


def _without_apostrophe_ending(written: str) -> str:
    """``foto's`` is foto and ``zzp'ers`` is zzper, before stemming."""
    *beginning, ending = _APOSTROPHE.split(written)
    if beginning and fold(ending) in ("s", "tje", "tjes", "ers"):
        kept = "er" if fold(ending) == "ers" else ""
        return fold("".join(beginning)) + kept
    return fold(written)


def stem_of(word: str) -> str:
    """The stem of a single word, compound or not."""
    return look_up(word[:MAX_WORD_LENGTH]).stem if word else ""


def analyse(text: str) -> list[Token]:
    """The words of ``text`` in order, stop words included. Never fails, whatever the text holds."""
    tokens: list[Token] = []
    chain: list[str] = []
    previous_end = -2
    for match in WORD.finditer(text):
        start, end = match.span()
        entry = look_up(match.group())
        if not entry.word:
            continue
        if start == previous_end + 1 and text[previous_end] in _HYPHENS:
            chain.append(entry.word)
            tokens.append(Token(start, end, *entry, _joined(chain)))
        else:
            chain = [entry.word]
            # As Token(start, end, *entry), in two thirds of the time.
            tokens.append(_new_token(Token, (start, end, *entry, "")))
        previous_end = end
    return tokens


def _joined(chain: list[str]) -> str:
    if len(chain) > _MAX_CHAIN or not any(map(str.isalpha, chain)):
        return ""
    joined = look_up("".join(chain)[:MAX_WORD_LENGTH])
    return "" if joined.stop else joined.stem
