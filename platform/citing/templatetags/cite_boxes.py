"""The cite box on a page, and the links that tell a reference manager of it."""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.models import Page

from citing import items
from citing.boxes import FIRST_STYLE, PAGE, WORK, Box, Choice, address, box_of, item_of
from citing.formats import FORMATS
from editorial.reading import Author

register = template.Library()


@register.simple_tag(takes_context=True)
def cite_boxes(context: Any, page: Page) -> list[Box]:
    """The box of what the page stands for, and where that is a publication one of the page itself. No query."""
    authors: tuple[Author, ...] | None = context.get("authors")
    if authors is not None:
        items.know_authors(page, [author.person for author in authors])
    subjects = [WORK, PAGE] if items.stands_for_a_publication(page) else [WORK]
    return [box_of(page, subject, FIRST_STYLE, item_of(page, subject)) for subject in subjects]


@register.simple_tag
def cite_alternates(page: Page) -> list[Choice]:
    """The files of a page's reference, for ``<link rel="alternate">``: ``label`` is the content type."""
    return [
        Choice(code, entry.content_type.partition(";")[0], address(page.pk, WORK, code, "nl"))
        for code, entry in FORMATS.items()
    ]


@register.simple_tag
def cite_formats() -> list[tuple[str, str]]:
    """Code and name of each format."""
    return [(code, entry.label) for code, entry in FORMATS.items()]
