"""HTML of the content files, as the editor itself would have saved it."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from uuid import UUID

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from editorial.demonstration.identity import stable_number
from editorial.plain_text import from_html

_TAG = re.compile(r"<([a-z][a-z0-9]*)")
_BLOCK_OPENING = re.compile(r"<(p|h2|h3|h4|li)>")
_PAGE_LINK = re.compile(r'<a page="([^"]+)">(.*?)</a>')
_MARKER = re.compile(r"\[(\d+)\]")
_KEY_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class RefusedTextError(ValueError):
    """The editor would drop or change this text."""


def as_saved(html: str, features: Sequence[str], key: str) -> str:
    """``html`` in the form in which the editor stores it, with block keys that follow from ``key``.

    Raises RefusedTextError when the field's features do not allow all of it: nothing is lost in silence.
    """
    if not html:
        return ""
    keyed = _with_block_keys(html, key)
    converter = _converter(tuple(features))
    saved: str = converter.to_database_format(converter.from_database_format(keyed))
    before, after = Counter(_TAG.findall(html)), Counter(_TAG.findall(saved))
    if missing := sorted((before - after).keys()):
        raise RefusedTextError(f"<{missing[0]}> is not allowed here")
    if from_html(html) != from_html(saved):
        raise RefusedTextError("the editor would change the words of this text")
    return saved


def headings_from_h2(html: str) -> str:
    """Headings below the page's title start at h2: moves them up together when the highest is an h3."""
    if "<h2>" in html or "<h3>" not in html:
        return html
    return html.replace("h3>", "h2>").replace("h4>", "h3>")


def with_footnotes(html: str, footnotes: Mapping[str, UUID]) -> str:
    """Turns markers such as ``[1]`` into references. Raises RefusedTextError when one has no footnote."""

    def reference(match: re.Match[str]) -> str:
        if match[1] not in footnotes:
            raise RefusedTextError(f"there is no footnote with marker {match[1]}")
        uuid = str(footnotes[match[1]])
        return f'<footnote id="{uuid}">[{uuid[:6]}]</footnote>'

    return _MARKER.sub(reference, html)


def with_page_links(html: str, page_id: Callable[[str], int | None]) -> str:
    """Turns links such as ``<a page="news/x">`` into links to pages; where ``page_id`` has none, words stay."""

    def link(match: re.Match[str]) -> str:
        key = page_id(match[1])
        return match[2] if key is None else f'<a linktype="page" id="{key}">{match[2]}</a>'

    return _PAGE_LINK.sub(link, html)


def _with_block_keys(html: str, key: str) -> str:
    numbers = count()

    def keyed(match: re.Match[str]) -> str:
        return f'<{match[1]} data-block-key="{_block_key(key, next(numbers))}">'

    return _BLOCK_OPENING.sub(keyed, html)


def _block_key(key: str, number: int) -> str:
    value = stable_number(key, number)
    letters = []
    for _ in range(5):
        value, digit = divmod(value, len(_KEY_LETTERS))
        letters.append(_KEY_LETTERS[digit])
    return "".join(letters)


@functools.cache
def _converter(features: tuple[str, ...]) -> ContentstateConverter:
    return ContentstateConverter(list(features))
