"""Stems: Snowball's ``dutch_porter``, repaired where it leaves apart, and a list for what no rule gets.

Snowball keeps ``klassen``/``klas``, ``brieven``/``brief`` and ``functies``/``functie`` apart and takes the s
off ``toets``; the repairs below are regular Dutch spelling. Irregular words stand in
``words/stem_overrides.txt``.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache

import Stemmer

from search.analysis.word_lists import stem_overrides

_VOWELS = "aeiouy"
#: One syllable, or a compound of one, whose s belongs to the word: toets, kans, grens.
_OWN_S = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]+s|.*(?:toets|kans|mens|wens|grens|plaats|reeks|dans|fiets)")
_DIMINUTIVE = re.compile(
    r"(?P<base>.{3,}?)(?:(?P<double>[bdfgklmnprst])(?P=double)etje|(?<=[lnrw])tje|(?<=m)pje|(?<=[bdfgkpst])je)s?"
)
_LONG_VOWEL_AFTER_VOWEL = re.compile(r"(?<=[aeiou])([aeou])\1(?=[^aeiouy]$)")


class _StemmerOfThread(threading.local):
    """Snowball's stemmers keep state while they work, so each thread has its own."""

    def __init__(self) -> None:
        self.stemmer = Stemmer.Stemmer("dutch_porter", 0)


_of_thread = _StemmerOfThread()


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """Stem of one folded word. Numbers and words with digits stay as they are."""
    override = stem_overrides().get(word)
    if override is not None:
        return override
    if not word.isalpha():
        return word
    singular = _without_plural(word)
    override = stem_overrides().get(singular)
    if override is not None:
        return override
    if _OWN_S.fullmatch(singular):
        return singular
    return _repaired(str(_of_thread.stemmer.stemWord(singular)))


def _without_plural(word: str) -> str:
    """Plurals and diminutives that Snowball does not know: functies, strategieën, ideeën, groepjes."""
    if len(word) > 5 and word.endswith("ies"):
        return word[:-1]
    if word.endswith(("ieen", "eeen")):
        return word[:-2]
    diminutive = _DIMINUTIVE.fullmatch(word)
    if diminutive:
        return diminutive["base"] + (diminutive["double"] or "")
    return word


def _repaired(stem: str) -> str:
    """One spelling for a stem, open or closed: klass → klas, briev → brief, leidt → leid."""
    stem = _LONG_VOWEL_AFTER_VOWEL.sub(r"\1", stem)
    if len(stem) < 4:
        return stem
    last, before = stem[-1], stem[-2]
    if last == before and last not in _VOWELS:
        return stem[:-1]
    if last == "t" and before == "d":
        return stem[:-1]
    if last == "v":
        return stem[:-1] + "f"
    if last == "z":
        return stem[:-1] + "s"
    return stem
