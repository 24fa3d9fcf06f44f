"""The full text of a page, as HTML that stands on its own and as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

from editorial.models import ContentPage
from editorial.plain_text import joined
from harvesting.metadata import CONTENT_LANGUAGE, text_fields_of

#: Addresses in our own markup that begin at the root of the site.
_OWN_ADDRESS = re.compile(r'(\s(?:href|src)=")/(?!/)')
#: One candidate of a ``srcset``, likewise.
_SRCSET = re.compile(r'(\ssrcset=")([^"]*)(")')
_FOOTNOTE = re.compile(r"<footnote\b[^>]*>.*?</footnote>", re.IGNORECASE | re.DOTALL)


def content_of(page: ContentPage) -> dict[str, str]:
    """``html`` and ``text`` of the fields that the page's room named, each under its name as a heading."""
    values = [(field, getattr(page, field.name)) for field in _fields(page)]
    with translation.override(CONTENT_LANGUAGE):
        parts = [
            format_html("<h2>{}</h2>\n{}", capfirst(str(field.verbose_name)), markup)
            for field, value in values
            if (markup := _markup(page, field, value))
        ]
    return {"html": _with_whole_addresses("\n".join(parts)), "text": joined(value for _field, value in values)}


def _fields(page: ContentPage) -> Iterator[Any]:
    for name in text_fields_of(page.content_kind):
        yield page._meta.get_field(name)


def _markup(page: ContentPage, field: Any, value: Any) -> SafeString:
    if isinstance(value, StreamValue):
        return SafeString("\n".join(block.render(context={"page": page}) for block in value))
    if isinstance(field, RichTextField):
        return SafeString(str(RichText(_FOOTNOTE.sub("", value)))) if value else SafeString("")
    return SafeString(linebreaks(str(value), autoescape=True)) if value else SafeString("")


def _with_whole_addresses(markup: str) -> str:
    markup = _OWN_ADDRESS.sub(rf"\1{settings.SITE_URL}/", markup)
    return _SRCSET.sub(lambda found: found[1] + _whole_candidates(found[2]) + found[3], markup)


def _whole_candidates(candidates: str) -> str:
    parts = (part.strip() for part in candidates.split(","))
    return ", ".join(settings.SITE_URL + part if part.startswith("/") else part for part in parts)
