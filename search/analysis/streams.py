"""What of a text goes into an engine's whitespace-separated fields: three streams of the same words."""

from __future__ import annotations

from typing import NamedTuple

from search.analysis.tokens import Token, analyse


class Streams(NamedTuple):
    """Space-separated, ready for a field that splits on white space.

    ``stems`` and ``words`` hold one term for every word, stop words included, so that positions agree and a
    phrase means what it says. ``parts`` is a bag for matching anywhere: the stem of every word that is no
    stop word, the parts of a compound, and hyphenated words as one.
    """

    stems: str
    parts: str
    words: str


def streams(text: str) -> Streams:
    """All three in one pass."""
    tokens = analyse(text)
    return Streams(
        " ".join([token.stem for token in tokens]), _parts(tokens), " ".join([token.word for token in tokens])
    )


def stems(text: str) -> str:
    """Stems in order."""
    return " ".join([token.stem for token in analyse(text)])


def parts(text: str) -> str:
    """Stems and compound parts, without stop words."""
    return _parts(analyse(text))


def words(text: str) -> str:
    """Folded words as written, in order."""
    return " ".join([token.word for token in analyse(text)])


def _parts(tokens: list[Token]) -> str:
    bag: list[str] = []
    for token in tokens:
        if not token.stop:
            bag.append(token.stem)
            bag += token.parts
        if token.joined:
            bag.append(token.joined)
    return " ".join(bag)
