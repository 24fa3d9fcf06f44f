"""Folding: one spelling for what readers see as the same letters."""

from __future__ import annotations

import unicodedata

#: Letters that Unicode does not take apart but readers write without the stroke or as two.
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n"}
)


def fold(word: str) -> str:
    """Lower case without accents, ligatures (``ĳ``, ``ﬁ``) and whatever is no letter or digit.

    ``Coördinatie`` becomes ``coordinatie`` and ``ib'er`` becomes ``iber``. Folding twice changes nothing.
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    # Upper and lower case, composed and decomposed: each may bring out what the other step removes.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold()).translate(_LETTERS)
    return "".join(filter(_is_kept, folded))


def _is_kept(character: str) -> bool:
    return character.isalnum() and unicodedata.category(character) != "Lm"
