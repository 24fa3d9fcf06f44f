"""Addresses, languages and rich text as a reader's page shows them."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.rich_text import RichText
from wagtail_footnotes.blocks import RichTextBlockWithFootnotes

from editorial.addresses import localised
from editorial.licences import Licence
from vocabulary.level_text import level_text

register = template.Library()

#: The language of the content, whatever the language of the interface.
CONTENT_LANGUAGE = "nl"
_footnotes = RichTextBlockWithFootnotes()

register.filter("level_text", level_text)


@register.filter
def local_path(path: str) -> str:
    """A page's path in the language of this request: ``/en/praktijk/``."""
    return localised(path, get_language() or CONTENT_LANGUAGE)


@register.simple_tag
def content_lang() -> SafeString:
    """The ``lang`` attribute of an element that holds content, where the interface is in another language."""
    if get_language() == CONTENT_LANGUAGE:
        return SafeString("")
    return format_html(' lang="{}"', CONTENT_LANGUAGE)


@register.simple_tag
def interface_lang() -> SafeString:
    """The ``lang`` attribute of a word of the interface amid content, where the two differ in language."""
    language = get_language() or CONTENT_LANGUAGE
    return SafeString("") if language == CONTENT_LANGUAGE else format_html(' lang="{}"', language)


@register.simple_tag(takes_context=True)
def rich_text(context: Context, source: str) -> SafeString:
    """A rich text field as HTML, its footnotes numbered along with those of the page's other texts."""
    html = SafeString(str(RichText(source or "")))
    if "<footnote" not in html:
        return html
    numbered: SafeString = _footnotes.replace_footnote_tags(source, html, context=context.flatten())
    return numbered


@register.filter
def licence(code: str) -> Any:
    """The licence behind a code, with its ``short`` name, ``label`` and ``url``; None for an unknown one."""
    return Licence(code) if code in Licence.values else None
