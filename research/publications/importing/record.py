"""From a record in CSL-JSON, wherever it came from, to answers of the form.

Records are made by others: whatever is not of the expected kind is left out, and everything has an end.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from accounts.identifiers import validate_orcid
from editorial.contributing.merging import Answers
from editorial.plain_text import from_html
from research.identifiers import (
    bare_doi,
    bare_orcid,
    bare_ror,
    validate_doi,
    validate_isbn,
    validate_issn,
    validate_ror,
)
from research.models import PublicationType

MOST_AUTHORS = 100
_TYPES = {
    "article-journal": PublicationType.ARTICLE,
    "article": PublicationType.ARTICLE,
    "article-magazine": PublicationType.ARTICLE,
    "article-newspaper": PublicationType.ARTICLE,
    "journal-article": PublicationType.ARTICLE,
    "paper-conference": PublicationType.ARTICLE,
    "report": PublicationType.REPORT,
    "chapter": PublicationType.CHAPTER,
    "entry-encyclopedia": PublicationType.CHAPTER,
    "book": PublicationType.BOOK,
    "thesis": PublicationType.THESIS,
    "dataset": PublicationType.DATASET,
    "webpage": PublicationType.WEB_PAGE,
    "post-weblog": PublicationType.WEB_PAGE,
    "post": PublicationType.WEB_PAGE,
}
#: Answers that a full record gives for each type; what is missing of these is named.
_EXPECTED = {
    PublicationType.ARTICLE: ("published_in", "volume", "issue", "pages", "doi"),
    PublicationType.CHAPTER: ("published_in", "book_editors", "publisher", "pages"),
    PublicationType.BOOK: ("publisher", "isbn"),
    PublicationType.REPORT: ("publisher",),
    PublicationType.THESIS: ("publisher",),
    PublicationType.DATASET: ("publisher", "doi"),
    PublicationType.WEB_PAGE: ("source_url",),
}
_ALWAYS = ("reference_title", "authors", "publication_date", "source_language")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Imported:
    """``answers`` from a record, and the names of those it could have given and did not."""

    answers: Answers
    omitted: list[str] = field(default_factory=list)


def answers_from(record: Mapping[str, Any]) -> Imported:
    """What a record says, as far as it holds."""
    kind = _TYPES.get(_text(record.get("type"), 40), PublicationType.ARTICLE)
    answers: Answers = {
        "reference_title": _text(record.get("title"), 300),
        "publication_type": kind.value,
        "publication_date": _date(record.get("issued")),
        "published_in": _text(record.get("container-title"), 200),
        "published_in_short": _text(record.get("container-title-short"), 120),
        "volume": _text(record.get("volume"), 20),
        "issue": _text(record.get("issue"), 20),
        "pages": _text(record.get("page"), 30),
        "publisher": _text(record.get("publisher"), 200) if kind != PublicationType.ARTICLE else "",
        "publisher_place": _text(record.get("publisher-place"), 100),
        "book_editors": "; ".join(filter(None, (_inverted(one) for one in _people(record.get("editor")))))[:400],
        "doi": _checked(bare_doi(_text(record.get("DOI"), 200)), validate_doi),
        "isbn": _checked(_text(record.get("ISBN"), 17), validate_isbn),
        "issn": _checked(_text(record.get("ISSN"), 9), validate_issn),
        "source_language": _text(record.get("language"), 8).lower().partition("-")[0],
        "funder": _funder(record.get("funder")),
        "abstract": _paragraphs(record.get("abstract")),
        "authors": [_author(one) for one in _people(record.get("author"))],
    }
    if not answers["doi"]:
        url = _text(record.get("URL"), 500)
        answers["source_url"] = url if url.startswith(("https://", "http://")) else ""
    expected = (*_ALWAYS, *_EXPECTED[kind])
    return Imported(answers, [name for name in expected if not answers.get(name)])


def _text(value: Any, most: int) -> str:
    """A text, from a text, a number or a list that begins with one; markup taken out."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return ""
    bare = html.unescape(_TAG.sub("", value[: most * 4]))
    return " ".join("".join(sign for sign in bare if sign.isprintable() or sign.isspace()).split())[:most]


def _paragraphs(value: Any) -> str:
    return from_html(value[:20000])[:8000] if isinstance(value, str) else ""


def _date(value: Any) -> str:
    """``2021``, ``2021-05`` or ``2021-05-03``."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = []
    for part, (low, high) in zip(first[:3], ((1000, 2999), (1, 12), (1, 31)), strict=False):
        digits = str(part)
        if not digits.isdecimal() or not low <= int(digits[:6]) <= high:
            break
        numbers.append(f"{int(digits):02d}")
    return "-".join(numbers)


def _people(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value[:MOST_AUTHORS] if isinstance(one, Mapping)] if isinstance(value, list) else []


def _author(person: Mapping[str, Any]) -> dict[str, str]:
    """One author as the form keeps them. ``person`` stays empty: whose record it is, somebody says."""
    family = _text(person.get("family"), 120) or _text(person.get("literal") or person.get("name"), 120)
    particle = _text(person.get("non-dropping-particle") or person.get("dropping-particle"), 30)
    affiliation = next(iter(_people(person.get("affiliation"))), {})
    identifiers = [str(one.get("id", "")) for one in _people(affiliation.get("id"))]
    return {
        "given": _text(person.get("given"), 80),
        "particle": particle,
        "family": family,
        "orcid": _checked(bare_orcid(_text(person.get("ORCID"), 60)), validate_orcid),
        "affiliation": _text(affiliation.get("name"), 200),
        "ror": next((ror for one in identifiers if (ror := _checked(bare_ror(one), validate_ror))), ""),
        "person": "",
    }


def _inverted(person: Mapping[str, Any]) -> str:
    """``Berg, Saar van den``."""
    author = _author(person)
    given = " ".join(filter(None, (author["given"], author["particle"])))
    return f"{author['family']}, {given}" if given else author["family"]


def _funder(value: Any) -> str:
    names = (_text(one.get("name"), 200) for one in _people(value))
    return "; ".join(dict.fromkeys(filter(None, names)))[:200]


def _checked(value: str, validate: Any) -> str:
    """``value``, or nothing when it is not of the right form."""
    try:
        validate(value)
    except ValidationError:
        return ""
    return value
