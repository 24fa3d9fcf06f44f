"""What is never kept of what people type into a search box."""

from __future__ import annotations

import re
import unicodedata

#: Longer texts are no searches; they may be letters, and letters name people.
MAX_LENGTH = 80
MAX_WORDS = 10
#: Digits in one run, with what people write between them: telephone, citizen service and account numbers are
#: longer, a year or a pair of years is not.
_LONG_NUMBER = re.compile(r"\d(?:[\s.\-/()+]*\d){7,}")
_YEARS = re.compile(r"\b(?:19|20)\d\d\s*[-/–]\s*(?:19|20)\d\d\b")
_ACCOUNT = re.compile(r"\b[a-z]{2}\s?\d\d\s?[a-z]{4}\s?\d", re.IGNORECASE)


def countable(query: str) -> str | None:
    """The query in the form in which it is counted; None when it may hold personal data or is no search."""
    text = unicodedata.normalize("NFC", query).casefold()
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not text or len(text) > MAX_LENGTH or len(text.split()) > MAX_WORDS:
        return None
    if "@" in text or _ACCOUNT.search(text) or _LONG_NUMBER.search(_YEARS.sub(" ", text)):
        return None
    return text
