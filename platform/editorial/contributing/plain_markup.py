"""Between the rich text of a page and what somebody types into a plain box.

Paragraphs are parted by an empty line, list items begin with "- " or "1. ", **bold**, *italic* and [links](address)
are written as in Markdown. That is all a practice example's fields may hold, so nothing is lost on the way.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from django.utils.html import escape

_BLOCKS = frozenset({"p", "ul", "ol", "li", "h2", "h3", "h4", "blockquote"})
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BULLET = re.compile(r"^[-*•]\s+")
_NUMBER = re.compile(r"^\d{1,3}[.)]\s+")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_ITALIC = re.compile(r"(?<![\w*])\*(?=\S)(.+?)(?<=\S)\*(?![\w*])")
_LINK = re.compile(r"\[([^\[\]]+)\]\(((?:https?://|mailto:|pagina:|document:)[^\s()]+)\)")
#: How Wagtail writes links to its own things, and how we let a writer see them.
_KINDS = {"page": "pagina", "document": "document"}


def to_html(text: str) -> str:
    """Rich text as Wagtail keeps it; anything that looks like markup is text."""
    return "".join(_block(lines) for lines in _paragraphs(text))


def to_text(html: str) -> str:
    """What a writer sees of rich text."""
    reader = _Reader()
    reader.feed(html or "")
    reader.close()
    return reader.text()


def _paragraphs(text: str) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        stripped = line.strip()
        if not stripped:
            found.append([])
            continue
        if found[-1] and _kind(found[-1][-1]) != _kind(stripped):
            found.append([])
        found[-1].append(stripped)
    return [lines for lines in found if lines]


def _kind(line: str) -> str:
    if _BULLET.match(line):
        return "ul"
    return "ol" if _NUMBER.match(line) else "p"


def _block(lines: list[str]) -> str:
    kind = _kind(lines[0])
    if kind == "p":
        return f"<p>{'<br/>'.join(_inline(line) for line in lines)}</p>"
    marker = _BULLET if kind == "ul" else _NUMBER
    items = "".join(f"<li>{_inline(marker.sub('', line, count=1))}</li>" for line in lines)
    return f"<{kind}>{items}</{kind}>"


def _inline(line: str) -> str:
    # Links are set aside first: their addresses may hold what would be read as emphasis.
    parts = _LINK.split(line)
    html = ""
    for at in range(0, len(parts), 3):
        html += _emphasis(parts[at])
        if at + 2 < len(parts):
            html += _link(parts[at + 1], parts[at + 2])
    return html


def _emphasis(text: str) -> str:
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", escape(text)))


def _link(words: str, address: str) -> str:
    for wagtail_kind, shown in _KINDS.items():
        key = address.removeprefix(f"{shown}:")
        if key != address:
            return (
                f'<a linktype="{wagtail_kind}" id="{key}">{_emphasis(words)}</a>' if key.isdecimal() else escape(words)
            )
    return f'<a href="{escape(address)}">{_emphasis(words)}</a>'


class _Reader(HTMLParser):
    """Collects the blocks of rich text as lines of text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.current = ""
        self.lists: list[tuple[str, list[str]]] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"ul", "ol"}:
            self._finish()
            self.lists.append((tag, []))
        elif tag == "br":
            self.current += "\n"
        elif tag in _MARKS:
            self.current += _MARKS[tag]
        elif tag == "a":
            kind = _KINDS.get(given.get("linktype") or "")
            self.addresses.append(f"{kind}:{given.get('id')}" if kind else given.get("href") or "")
            self.current += "["

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            self.current += _MARKS[tag]
        elif tag == "a" and self.addresses:
            self.current += f"]({self.addresses.pop()})"
        elif tag in {"ul", "ol"} and self.lists:
            self._finish()
            kind, items = self.lists.pop()
            marked = (f"{n}. {item}" if kind == "ol" else f"- {item}" for n, item in enumerate(items, 1))
            self.blocks.append("\n".join(marked))
        elif tag in _BLOCKS:
            self._finish()

    def handle_data(self, data: str) -> None:
        self.current += data.replace("\n", " ") if data.strip() or self.current else ""

    def _finish(self) -> None:
        text, self.current = self.current.strip(), ""
        if text and self.lists:
            self.lists[-1][1].append(text.replace("\n", " "))
        elif text:
            self.blocks.append(text)

    def text(self) -> str:
        """All blocks, an empty line between them."""
        self._finish()
        return "\n\n".join(self.blocks)
