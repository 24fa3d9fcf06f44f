"""Sources as a reader finds them: the references of the research, and the editions of the figures."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import conditional_escape, format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from citing.styles import LANGUAGES, bibliography
from practices.justifying.models import ProgrammeItem

STYLE = "apa"
#: Every other piece of what this splits is in italics.
_ITALICS = re.compile(r"<(?:i|em)>(.*?)</(?:i|em)>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reference:
    """One source: what it says (with its italics), and its address when it has one."""

    shown: SafeString
    url: str

    @property
    def text(self) -> str:
        """The same without markup."""
        return html.unescape(strip_tags(self.shown))

    @property
    def pieces(self) -> list[dict[str, object]]:
        """The same in pieces, each with whether it is in italics: titles of journals and books."""
        found: list[dict[str, object]] = []
        for number, piece in enumerate(_ITALICS.split(self.shown)):
            if text := html.unescape(strip_tags(piece)):
                found.append({"text": text, "italic": number % 2 == 1})
        return found

    @property
    def linked(self) -> SafeString:
        """The same with its address as a link, where it stands in the text or else behind it."""
        if not self.url.startswith(("https://", "http://")):
            return self.shown
        link = format_html('<a href="{}" rel="external">{}</a>', self.url, self.url)
        before, found, after = self.shown.partition(conditional_escape(self.url))
        return SafeString(before + link + after if found else f"{self.shown} {link}")


def references_of(sources: list[Any], figures: Iterable[Any]) -> list[Reference]:
    """The kept research (CSL items) in APA and in its order, then each edition that a figure comes from, once."""
    language = (get_language() or "nl").partition("-")[0]
    shown = bibliography(sources, STYLE, language if language in LANGUAGES else "nl") if sources else []
    research = [Reference(text, _address(item)) for text, item in zip(shown, sources, strict=True)]
    return [*research, *_editions(figures)]


def references_of_all(items: Iterable[ProgrammeItem]) -> list[Reference]:
    """Those of all items of a plan, each once: the research first, then the editions."""
    sources: dict[str, Any] = {}
    figures: list[Any] = []
    for item in items:
        sources |= {json.dumps(source, sort_keys=True): source for source in item.sources}
        figures += item.figures
    found = {reference.text: reference for reference in references_of(list(sources.values()), figures)}
    return list(found.values())


def _editions(figures: Iterable[Any]) -> list[Reference]:
    found = {
        figure["edition"]: Reference(
            SafeString(conditional_escape(figure["attribution"] or f"{figure['source']}, {figure['name']}")),
            figure["url"],
        )
        for figure in figures
    }
    return list(found.values())


def _address(item: Any) -> str:
    return f"https://doi.org/{item['DOI']}" if item.get("DOI") else str(item.get("URL", ""))
