"""How easily a Dutch text reads, by the formula of Flesch as Douma fitted it to Dutch (1960).

Score = 206.84 - 0.93 x words a sentence - 77 x syllables a word. The formula looks at lengths only: a score is an
estimate, and the level of the Common European Framework beside it is a comparison, not a measurement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Texts shorter than this say too little for an estimate.
MIN_WORDS = 100

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-Ý0-9'’])")
_ABBREVIATION = re.compile(
    r"\b(?:bijv|bv|ca|d\.w\.z|dr|drs|e\.a|e\.d|enz|etc|evt|i\.p\.v|incl|ir|jl|m\.b\.t|m\.n|mevr|mr|nr|o\.a|p|prof|"
    r"resp|t\.a\.v|t\.o\.v|vgl|z\.g|[A-Z])\.$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: One sound each; longer ones first. A vowel with a diaeresis begins a syllable of its own.
_VOWELS = re.compile(
    r"eau|aai|ooi|oei|eeuw?|ieuw?|aa|ee|oo|uu|ie|ei|ij|ui|au|ou|eu|oe|[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Readability:
    """Lengths, and what they amount to."""

    words: int
    sentences: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        """On average."""
        return self.words / max(self.sentences, 1)

    @property
    def score(self) -> int | None:
        """Of Flesch-Douma, higher is easier, usually between 0 and 100; None for a text that is too short."""
        if self.words < MIN_WORDS:
            return None
        return round(206.84 - 0.93 * self.words_a_sentence - 77 * self.syllables / self.words)

    @property
    def level(self) -> Promise:
        """The level that such lengths usually go with."""
        if self.score is None:
            return _("te kort om te schatten")
        if self.score >= 60:
            return _("B1-achtig: voor de meeste lezers goed te volgen")
        if self.score >= 40:
            return _("B2-achtig: vraagt een geoefende lezer")
        return _("C1-achtig: voor veel lezers te moeilijk")

    @property
    def is_hard(self) -> bool:
        """Whether most readers will have to work."""
        return self.score is not None and self.score < 40


def readability_of(paragraphs: Iterable[str]) -> Readability:
    """Measure the sentences of ``paragraphs``."""
    words = sentences = syllables = 0
    for sentence in sentences_in(paragraphs):
        found = _WORD.findall(sentence)
        if found:
            sentences += 1
            words += len(found)
            syllables += sum(syllables_in(word) for word in found)
    return Readability(words, sentences, syllables)


def sentences_in(paragraphs: Iterable[str]) -> list[str]:
    """The sentences; an abbreviation such as "bijv." ends none."""
    found: list[str] = []
    for paragraph in paragraphs:
        open_part = ""
        for part in _SENTENCE_END.split(paragraph):
            open_part = f"{open_part} {part}".strip()
            if not _ABBREVIATION.search(open_part):
                found.append(open_part)
                open_part = ""
        if open_part:
            found.append(open_part)
    return found


def words_in(text: str) -> int:
    """How many words."""
    return len(_WORD.findall(text))


def syllables_in(word: str) -> int:
    """About how many syllables; every word has one."""
    return max(1, len(_VOWELS.findall(word)))
