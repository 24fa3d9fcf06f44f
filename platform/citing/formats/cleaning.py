"""Values out of a file: plain text of a bounded length."""

from __future__ import annotations

import html
import re
from typing import Any

from django.utils.translation import gettext as _

from citing.formats.unreadable import MAX_LONG_TEXT, MAX_TEXT, UnreadableFile

#: Markup that reference managers and registries put into titles. What else stands between < and > is text: "p < .05".
_MARKUP = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|u|p|br|span|sc|scp|italic|bold|jats:[a-z-]{1,20}|mml:[a-z-]{1,20})\b[^<>]{0,200}>",
    re.IGNORECASE,
)
LONG = {"abstract", "note", "keyword"}


def plain(value: Any, field: str = "title") -> str:
    """``value`` on one line without markup. Raises UnreadableFile when it is far too long for ``field``.

    Abstracts and notes are cut off instead: nothing depends on their end.
    """
    text = str(value)
    longest = MAX_LONG_TEXT if field in LONG else MAX_TEXT
    if len(text) > 4 * longest and field not in LONG:
        raise too_long(field)
    text = _MARKUP.sub("", text[: 4 * longest])
    if "&" in text:
        text = html.unescape(text)
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    if field in LONG:
        return text[: longest - 1].rstrip() + "…"
    raise too_long(field)


def too_long(field: str) -> UnreadableFile:
    """A title or name of more than a page."""
    return UnreadableFile(
        _("Een verwijzing in dit bestand heeft een veld (%(field)s) van meer dan %(most)d tekens.")
        % {"field": field, "most": MAX_TEXT}
    )


def doi_of(value: str) -> str:
    """A DOI without the address or the word in front of it: ``10.1000/abc``."""
    text = value.strip()
    for prefix in ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"):
        text = text.removeprefix(prefix).strip()
    return text


def pages_of(value: str) -> str:
    """``7-14`` of "7--14", "7–14" or "pp. 7-14"."""
    text = re.sub(r"\s*(?:-{1,3}|[–—‐‑])\s*", "-", value.strip()[:200])
    return re.sub(r"^(?:pp?|blz|p[aá]g)\.\s*", "", text, flags=re.IGNORECASE)
