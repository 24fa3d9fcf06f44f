"""Rich text and blocks as running text, for the index, descriptions and counting words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from wagtail.blocks import StreamValue

_BREAK = re.compile(r"</(?:p|li|h[1-6]|tr|td|th|div|blockquote)>|<br\s*/?>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"<footnote\b[^>]*>.*?</footnote>", re.IGNORECASE | re.DOTALL)
#: What is left of a footnote's mark when its tags are gone: the first characters of its id.
_FOOTNOTE_MARK = re.compile(r"\[[0-9a-f]{5,6}\]")
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")


def from_html(markup: str) -> str:
    """The words of ``markup`` on one line; footnote marks are left out."""
    if "<" not in markup:
        return _SPACE.sub(" ", html.unescape(markup)).strip()
    text = _TAG.sub("", _BREAK.sub(" ", _FOOTNOTE.sub("", markup)))
    return _SPACE.sub(" ", html.unescape(text)).strip()


def from_blocks(value: StreamValue) -> str:
    """The words of a StreamField."""
    parts = value.stream_block.get_searchable_content(value)
    return " ".join(from_html(_FOOTNOTE_MARK.sub("", part)) for part in parts).strip()


def joined(parts: Iterable[Any]) -> str:
    """The words of several fields, rich text, blocks or plain, one after the other."""
    texts = (from_blocks(part) if isinstance(part, StreamValue) else from_html(str(part or "")) for part in parts)
    return " ".join(text for text in texts if text)
