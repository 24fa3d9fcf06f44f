"""Titles and snippets with the found words marked: escaped HTML, cut at words, quick on long texts.

The marks come out of the same analysis that found the page, so that a search for "leesonderwijs" marks
"lezen" and one for "klasse verkleining" marks "klassenverkleining".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString

from search.analysis import Token, analyse
from search.analysis.tokens import look_up

LENGTH = 220
#: A snippet comes from the first part of a very long text.
MAX_SEARCHED_CHARACTERS = 30_000
#: How far before the first match a snippet may begin, to begin with a sentence.
_LEAD = 80
_ELLIPSIS = "…"
#: Quicker than the analysis and enough to find the place; what is marked there the analysis says.
_ROUGHLY_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Snippet(NamedTuple):
    """The same words twice: ``html`` escaped, with ``<mark>``; ``text`` without markup."""

    html: SafeString
    text: str


class _Match(NamedTuple):
    start: int
    end: int
    stem: str


class _Marks:
    """What to mark, ready to be looked up."""

    def __init__(self, marked: frozenset[str]) -> None:
        phrases = [tuple(entry.split()) for entry in marked if " " in entry]
        self.stems = frozenset(entry for entry in marked if " " not in entry)
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            self.phrases.setdefault(phrase[0], []).append(phrase)
        #: All that may take part in a mark: enough to find the place in a text that says most.
        self.candidates = self.stems.union(*phrases)
        self.stem_of_word: dict[str, str] = {}

    def candidate(self, written: str) -> str:
        """The stem by which this word may be marked; empty when it may not."""
        known = self.stem_of_word.get(written)
        if known is None:
            entry = look_up(written)
            found = (stem for stem in (entry.stem, *entry.parts) if stem in self.candidates)
            known = self.stem_of_word[written] = "" if entry.stop else next(found, "")
        return known


@lru_cache(maxsize=16)
def _marks(marked: frozenset[str]) -> _Marks:
    return _Marks(marked)


def highlight(text: str, marked: frozenset[str]) -> SafeString:
    """All of ``text`` as HTML with what is in ``marked`` marked."""
    return _html(text, _spans(text, _marks(marked)))


def snippet(summary: str, body: str, marked: frozenset[str], length: int = LENGTH) -> Snippet:
    """The piece of at most about ``length`` characters that says most; the summary's when none says more."""
    marks = _marks(marked)
    text, matches = summary, _best_window(summary, marks, length)
    if body and (not summary or _distinct(matches) < len(marks.candidates)):
        text_of_body = body[:MAX_SEARCHED_CHARACTERS]
        in_body = _best_window(text_of_body, marks, length)
        if not summary or _distinct(in_body) > _distinct(matches):
            text, matches = text_of_body, in_body
    piece = _cut(text, matches, length)
    return Snippet(highlight(piece, marked), piece)


def _distinct(matches: list[_Match]) -> int:
    return len({match.stem for match in matches})


def _best_window(text: str, marks: _Marks, length: int) -> list[_Match]:
    """Matches within ``length`` characters with most different stems, then most words; the earliest."""
    matches = sorted(_candidates(text, marks)) if marks.candidates else []
    best: list[_Match] = []
    best_score = (0, 0)
    first = 0
    counts: dict[str, int] = {}
    for last, match in enumerate(matches):
        counts[match.stem] = counts.get(match.stem, 0) + 1
        while match.end - matches[first].start > length and first < last:
            left = matches[first].stem
            counts[left] -= 1
            if not counts[left]:
                del counts[left]
            first += 1
        score = (len(counts), min(last - first + 1, 5))
        if score > best_score:
            best_score, best = score, matches[first : last + 1]
    return best


def _candidates(text: str, marks: _Marks) -> Iterator[_Match]:
    """Where words stand that may be marked. Each different word is analysed once, then found by the text."""
    for written in set(_ROUGHLY_WORDS.findall(text)):
        stem = marks.candidate(written)
        if not stem:
            continue
        start = text.find(written)
        while start >= 0:
            end = start + len(written)
            if not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
                yield _Match(start, end, stem)
            start = text.find(written, end)


def _cut(text: str, matches: list[_Match], length: int) -> str:
    """About ``length`` characters around the matches, cut at words, with white space made single."""
    if len(text) <= length:
        return " ".join(text.split())
    start = _beginning(text, matches, length) if matches else 0
    end = len(text)
    if end - start > length:
        end = text.rfind(" ", start + 1, start + length + 1)
        if matches:
            end = max(end, matches[-1].end if matches[-1].end - start <= length else 0)
        if end <= start:
            end = start + length
    piece = " ".join(text[start:end].split())
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(text) else ""
    return f"{before}{piece.rstrip(' ,;:') if after else piece}{after}"


def _beginning(text: str, matches: list[_Match], length: int) -> int:
    """Where to begin: at a sentence shortly before the first match, otherwise at a word."""
    first, last = matches[0].start, matches[-1].end
    room = max(0, length - (last - first))
    earliest = max(0, first - min(_LEAD, room))
    if earliest == 0:
        return 0
    sentence = max(text.rfind(mark, earliest, first) for mark in (". ", "? ", "! ", "\n"))
    if sentence >= 0:
        return sentence + 1 + (text[sentence] != "\n")
    word = text.find(" ", max(earliest, first - _LEAD // 2), first)
    return word + 1 if word >= 0 else first


def _spans(text: str, marks: _Marks) -> Iterator[tuple[int, int]]:
    """Pieces to mark, in order and apart from each other."""
    if not marks.candidates:
        return
    tokens = analyse(text)
    start, end = 0, -1
    for found_start, found_end in sorted(_found(text, tokens, marks)):
        if found_start > end:
            if end > start:
                yield start, end
            start, end = found_start, found_end
        else:
            end = max(end, found_end)
    if end > start:
        yield start, end


def _found(text: str, tokens: list[Token], marks: _Marks) -> Iterator[tuple[int, int]]:
    for place, token in enumerate(tokens):
        if not token.stop and (token.stem in marks.stems or not marks.stems.isdisjoint(token.parts)):
            yield token.start, token.end
        if token.joined and token.joined in marks.stems:
            yield _chain_start(tokens, place), token.end
        for phrase in marks.phrases.get(token.stem, ()):
            stretch = tokens[place : place + len(phrase)]
            if tuple(other.stem for other in stretch) == phrase:
                yield token.start, stretch[-1].end


def _chain_start(tokens: list[Token], place: int) -> int:
    while tokens[place].joined and place:
        place -= 1
    return tokens[place].start


def _html(text: str, spans: Iterable[tuple[int, int]]) -> SafeString:
    pieces: list[str] = []
    end_before = 0
    for start, end in spans:
        pieces += [escape(text[end_before:start]), "<mark>", escape(text[start:end]), "</mark>"]
        end_before = end
    pieces.append(escape(text[end_before:]))
    return SafeString("".join(pieces))
