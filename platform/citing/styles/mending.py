"""What is put right in what the processor made. Each rule names what it is for; tests hold all of them.

The texts of a publication are hidden while this runs (:mod:`citing.styles.shield`): only words and marks that the
style itself put there can match.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citing.styles.catalogue import STYLES
from citing.styles.preparing import DASH, is_article_number

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_MONTH_FIRST = re.compile(rf"\b({_MONTHS}) (\d{{1,2}})(?!\d)")
_RUN_TOGETHER = re.compile(r"(\d{4})([A-Z][a-z]{2})(\d{1,2})\b")
_ARTICLE = {"nl": "artikel", "en": "article"}
_TAG = re.compile(r"<(?!/?(?:i|b|sup|sub)>)[^<>]*>")


def mended(text: str, made: Mapping[str, Any], style: str, language: str) -> str:
    """The processor's citation as the manual of the style has it."""
    text = _TAG.sub("", text)
    if not made.get("author"):
        # A title or site that took the place of the author is not said again; the processor says it twice.
        for name in ("title", "container-title"):
            text = _once(text, str(made.get(name, "")))
    text = _with_volume(text, made, style)
    if STYLES[style].american_quotes and language == "en":
        text = re.sub(r"([”’])([.,])", r"\2\1", text)
    if language == "nl":
        text = _MONTH_FIRST.sub(r"\2 \1", text)
        text = re.sub(r"\b(\d+)(?:de|ste) (?=dr\.)", r"\1e ", text).replace(", en ", " en ")
    if special := _OF_A_STYLE.get(style):
        text = special(text, made, language)
    return re.sub(r" {2,}", " ", text.replace(DASH, "-" if style == "vancouver" else "–")).strip()


def _once(text: str, token: str) -> str:
    """Without the second time that ``token`` stands there, with its markup, quotation marks and full stop."""
    if not token or text.count(token) < 2:
        return text
    first = text.index(token) + 1
    again = re.compile(rf"(?:<i>|[“‘])*{token}(?:</i>|[”’])*(?:</i>)?[.,]?\s*")
    return text[:first] + again.sub("", text[first:], count=1)


def _with_volume(text: str, made: Mapping[str, Any], style: str) -> str:
    """The volume of the book that a chapter stands in, which two definitions leave out."""
    if style not in ("vancouver", "harvard") or made.get("type") != "chapter" or "volume" not in made:
        return text
    return re.sub(rf"({made.get('container-title')}(?:</i>)?)", rf"\1. Vol. {made['volume']}", text)


def _apa(text: str, made: Mapping[str, Any], language: str) -> str:
    # A label that belongs to a number which is not there; editors with a capital.
    text = re.sub(r" \(Public\w+\)(?= \[)", "", text)
    text = re.sub(r"\((ed|eds|red|reds)\.\)", lambda found: f"({found.group(1).capitalize()}.)", text)
    text = text.replace("[Dataset]", "[Data set]") if language == "en" else text
    text = re.sub(r"(Geraadpleegd) (?=\d)", r"\1 op ", text)
    # An article has a number where others have pages (9.27).
    if made.get("type") == "article-journal" and "number" in made and "page" not in made:
        number = str(made["number"])
        text = re.sub(rf"(?:Article )?{re.escape(number)}", f"{_ARTICLE[language].capitalize()} {number}", text)
    return text


def _vancouver(text: str, _made: Mapping[str, Any], _language: str) -> str:
    text = re.sub(r"^1\.\s*", "", text)
    text = _RUN_TOGETHER.sub(r"\1 \2 \3", text)
    text = text.replace("doi:", "doi: ")
    return text if text.endswith(".") or "http" in text or _ends_with_address(text) else f"{text}."


def _ends_with_address(text: str) -> bool:
    return bool(re.search(r"(?:Available from|Beschikbaar op): .$", text))


def _with_article_number(text: str, made: Mapping[str, Any], language: str) -> str:
    """A number of an article is no page."""
    page = str(made.get("page", ""))
    first, _dash, last = page.partition(DASH)
    if is_article_number(first, last, str(made.get("type"))):
        text = re.sub(rf"\bpp?\. {re.escape(page)}", f"{_ARTICLE[language]} {page}", text)
    return text


def _harvard(text: str, made: Mapping[str, Any], language: str) -> str:
    if made.get("type") == "dataset":
        text = re.sub(rf"({made['title']}[’”]?)", r"\1 [Dataset]", text, count=1)
    return _with_article_number(text, made, language)


_OF_A_STYLE = {
    "apa": _apa,
    "vancouver": _vancouver,
    "mla": _with_article_number,
    "harvard": _harvard,
}
