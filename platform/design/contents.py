"""The headings of a text, so that a page can list what it holds and link to each part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import slugify

_HEADING = re.compile(r"<h2(?P<attributes>[^>]*)>(?P<text>.*?)</h2>", re.DOTALL)
_ID = re.compile(r'\bid="(?P<id>[^"]+)"')
_FOOTNOTE = re.compile(r"<sup>.*?</sup>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and the anchor that leads to it."""

    anchor: str
    title: SafeString


def with_anchors(html: str) -> tuple[SafeString, list[Section]]:
    """``html`` with an id on every second-level heading, and those headings in order. Ids never repeat."""
    sections: list[Section] = []
    taken: set[str] = set()

    def anchored(match: re.Match[str]) -> str:
        attributes, text = match["attributes"], match["text"]
        if "data-unlisted" in attributes:
            return match[0]
        title = strip_tags(_FOOTNOTE.sub("", text)).strip()
        own = _ID.search(attributes)
        anchor = own["id"] if own else _free(slugify(title) or "deel", taken)
        taken.add(anchor)
        sections.append(Section(anchor, SafeString(title)))
        return match[0] if own else f'<h2 id="{anchor}"{attributes}>{text}</h2>'

    return SafeString(_HEADING.sub(anchored, html)), sections


def _free(wanted: str, taken: set[str]) -> str:
    anchor, number = wanted, 2
    while anchor in taken:
        anchor, number = f"{wanted}-{number}", number + 1
    return anchor
