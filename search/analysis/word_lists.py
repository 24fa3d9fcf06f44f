"""The word lists that engineers extend: plain text, one entry a line, ``#`` starts a comment."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from search.analysis.folding import fold

_FOLDER = Path(__file__).parent / "words"


def _lines(name: str) -> Iterator[str]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            yield entry


def _word_set(name: str) -> frozenset[str]:
    return frozenset(fold(word) for line in _lines(name) for word in line.split())


@cache
def stop_words() -> frozenset[str]:
    """Words that carry no meaning of their own in a query."""
    return _word_set("stop_words.txt")


@cache
def question_words() -> frozenset[str]:
    """Words that questions are made of and that narrow nothing down."""
    return _word_set("question_words.txt")


@cache
def light_heads() -> frozenset[str]:
    """Last parts of compounds that add little to what stands before them."""
    return _word_set("light_heads.txt")


@cache
def do_not_split() -> frozenset[str]:
    """Words that look like compounds of listed parts but are not, or should stay whole."""
    return _word_set("do_not_split.txt")


@cache
def stem_overrides() -> dict[str, str]:
    """Folded word to stem, for what the algorithm gets wrong: ``lees: leest las gelezen``."""
    overrides: dict[str, str] = {}
    for line in _lines("stem_overrides.txt"):
        stem, _, forms = line.partition(":")
        for form in (stem, *forms.split()):
            overrides[fold(form)] = fold(stem)
    return overrides


@cache
def compound_parts() -> dict[str, str]:
    """Folded form inside a compound to the word it is a form of: ``klas klassen`` gives both ``klas``."""
    return {fold(form): fold(line.split()[0]) for line in _lines("compound_parts.txt") for form in line.split()}


@cache
def abbreviations() -> tuple[tuple[str, ...], ...]:
    """Groups of phrases that mean the same: ``npo = nationaal programma onderwijs``."""
    return tuple(
        tuple(phrase.strip() for phrase in line.split("=") if phrase.strip()) for line in _lines("abbreviations.txt")
    )


@cache
def digest() -> str:
    """Changes when any list changes: what was indexed with the old one is stale."""
    content = blake2b(digest_size=8)
    for path in sorted(_FOLDER.glob("*.txt")):
        content.update(path.read_bytes())
    return content.hexdigest()
