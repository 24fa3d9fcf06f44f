"""What somebody types, as HTML: blank lines part paragraphs, ``- `` begins an item, ``> `` a quote.

The notation is small enough to be typed without knowing it, so that the editor's buttons are a convenience and a
browser without scripts misses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from leerlabs.rich_text import references
from leerlabs.rich_text.inline import inline_html

_BULLET = re.compile(r"^\s{0,3}[-*•]\s+(?=\S)")
_NUMBER = re.compile(r"^\s{0,3}\d{1,3}[.)]\s+(?=\S)")
_HEADING = re.compile(r"^#{2,4}\s+(?=\S)")
_QUOTE = re.compile(r"^\s{0,3}>\s?")
_ADDRESS = re.compile(r"^\s*(https?://\S{1,600}|/[\w/-]{1,300}/)\s*$")
#: The first line of a quote that the server made.
QUOTE_HEAD = re.compile(r"^\s*\[bericht (\d{1,7})\]\s*$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text may refer to."""

    #: Number of the quoted post and what is quoted → whether it said so.
    is_quotation: Callable[[int, str], bool] = lambda _number, _text: False
    #: Address of a page of ours → its number, or None.
    page_at: Callable[[str], int | None] = lambda _address: None


def to_html(source: str, surroundings: Surroundings) -> str:
    """HTML of ``source``. Every piece of it is escaped; it still goes through ``sanitise``."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "".join(_blocks(lines, surroundings, in_quote=False))


def addresses_in(source: str) -> list[str]:
    """The addresses that stand alone on their line."""
    return [found[1] for line in source.splitlines() if (found := _ADDRESS.match(line))]


def quotations_in(source: str) -> Iterator[tuple[int, str]]:
    """(number, text) of every quote that says which post it is from."""
    for kind, group in groupby(source.splitlines(), key=_kind_of):
        lines = [_QUOTE.sub("", line) for line in group] if kind == "quote" else []
        if lines and (head := QUOTE_HEAD.match(lines[0])):
            yield int(head[1]), "\n".join(lines[1:])


def _kind_of(line: str) -> str:
    if not line.strip():
        return "blank"
    for kind, pattern in (("quote", _QUOTE), ("ul", _BULLET), ("ol", _NUMBER), ("heading", _HEADING)):
        if pattern.match(line):
            return kind
    return "address" if _ADDRESS.match(line) else "text"


def _blocks(lines: Iterable[str], surroundings: Surroundings, in_quote: bool) -> Iterator[str]:
    for kind, group in groupby(lines, key=_kind_of):
        block = list(group)
        if kind == "text" or (kind == "quote" and in_quote):
            yield f"<p>{'<br>'.join(inline_html(_QUOTE.sub('', line).strip()) for line in block)}</p>"
        elif kind == "quote":
            yield _quote([_QUOTE.sub("", line) for line in block], surroundings)
        elif kind in {"ul", "ol"}:
            marker = _BULLET if kind == "ul" else _NUMBER
            items = "".join(f"<li>{inline_html(marker.sub('', line).strip())}</li>" for line in block)
            yield f"<{kind}>{items}</{kind}>"
        elif kind == "heading":
            yield from (f"<h3>{inline_html(_HEADING.sub('', line).strip())}</h3>" for line in block)
        elif kind == "address":
            yield from (_address(line.strip(), surroundings) for line in block)


def _quote(lines: list[str], surroundings: Surroundings) -> str:
    head = QUOTE_HEAD.match(lines[0])
    origin = ""
    if head:
        number = int(head[1])
        lines = lines[1:]
        if surroundings.is_quotation(number, "\n".join(lines)):
            origin = f"<p>{references.quoted(number)}</p>"
    return f"<blockquote>{origin}{''.join(_blocks(lines, surroundings, in_quote=True))}</blockquote>"


def _address(address: str, surroundings: Surroundings) -> str:
    page_id = surroundings.page_at(address)
    link = inline_html(address) if "://" in address else inline_html(f"[{address}]({address})")
    return f"<p>{references.card(page_id) if page_id else ''}{link}</p>"
