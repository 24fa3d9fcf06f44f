"""Inside a paragraph: bold, italic, links. Everything else is text."""

from __future__ import annotations

import re
from html import escape

_LONGEST = 600
_INLINE = re.compile(
    rf"""
    \[(?P<label>[^\[\]\n]{{1,200}})\]\((?P<href>(?:https?://|mailto:|/(?!/))[^\s()<>"'\ue000-\uf8ff]{{1,{_LONGEST}}})\)
    | (?P<url>https?://[^\s<>"'\ue000-\uf8ff]{{1,{_LONGEST}}})
    | \*\*(?P<bold>[^*\n]{{1,{_LONGEST}}})\*\*
    | (?<![\w*])\*(?P<italic>[^*\s][^*\n]{{0,{_LONGEST}}})\*(?![\w*])
    | (?<![\w_])_(?P<underlined>[^_\s][^_\n]{{0,{_LONGEST}}})_(?![\w_])
    """,
    re.VERBOSE,
)
#: Belongs to the sentence, not to the address at its end.
_AFTER_ADDRESS = ".,;:!?)]}'\"”’…*_"


def inline_html(text: str) -> str:
    """One line as HTML, all of it escaped but our own elements."""
    parts: list[str] = []
    at = 0
    for found in _INLINE.finditer(text):
        parts.append(escape(text[at : found.start()]))
        parts.append(_element(found))
        at = found.end()
    parts.append(escape(text[at:]))
    return "".join(parts)


def _element(found: re.Match[str]) -> str:
    if found["label"] is not None:
        return _link(found["href"], found["label"])
    if found["url"] is not None:
        address = found["url"].rstrip(_AFTER_ADDRESS)
        return _link(address, address) + escape(found["url"][len(address) :])
    if found["bold"] is not None:
        return f"<strong>{inline_html(found['bold'])}</strong>"
    return f"<em>{inline_html(found['italic'] or found['underlined'])}</em>"


def _link(address: str, label: str) -> str:
    return f'<a href="{escape(address)}">{escape(label)}</a>'
