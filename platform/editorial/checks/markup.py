"""Headings, links and running text, read from the markup of rich text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
_ENDS_A_SENTENCE = frozenset({"p", "li", "h2", "h3", "h4", "blockquote", "td", "th", "br"})
#: What Wagtail writes for a footnote: a mark, no text of the page.
_NO_TEXT = frozenset({"footnote"})


@dataclass(slots=True)
class Markup:
    """What a page's rich texts consist of, in order."""

    #: Level and text of each heading.
    headings: list[tuple[int, str]] = field(default_factory=list)
    #: Text of each link.
    links: list[str] = field(default_factory=list)
    #: Paragraphs and list items, without headings.
    paragraphs: list[str] = field(default_factory=list)


def read_markup(texts: Iterable[str]) -> Markup:
    """Read several rich texts as one."""
    markup = Markup()
    for text in texts:
        reader = _Reader(markup)
        reader.feed(text)
        reader.close()
        reader.end_paragraph()
    return markup


class _Reader(HTMLParser):
    """Fills a :class:`Markup`."""

    def __init__(self, markup: Markup) -> None:
        super().__init__(convert_charrefs=True)
        self._markup = markup
        self._paragraph: list[str] = []
        self._link: list[str] | None = None
        self._heading: list[str] | None = None
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NO_TEXT:
            self._silent += 1
        elif tag in _HEADINGS:
            self.end_paragraph()
            self._heading = []
        elif tag == "a":
            self._link = []
        elif tag in _ENDS_A_SENTENCE:
            self.end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        if tag in _NO_TEXT:
            self._silent = max(0, self._silent - 1)
        elif tag in _HEADINGS and self._heading is not None:
            self._markup.headings.append((_HEADINGS[tag], _joined(self._heading)))
            self._heading = None
        elif tag == "a" and self._link is not None:
            self._markup.links.append(_joined(self._link))
            self._link = None
        elif tag in _ENDS_A_SENTENCE:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._link is not None:
            self._link.append(data)
        (self._heading if self._heading is not None else self._paragraph).append(data)

    def end_paragraph(self) -> None:
        """What was read since the last one is a paragraph, when it is anything."""
        if text := _joined(self._paragraph):
            self._markup.paragraphs.append(text)
        self._paragraph = []


def _joined(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
