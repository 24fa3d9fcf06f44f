"""The part of every content page that says how it is cited."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial import page_sections
from editorial.page_sections import Section


def register() -> None:
    """Add it to every page that shows sections; called once, when the app is ready."""
    page_sections.register("citing", section_of, order=200)


def section_of(page: Page) -> Section | None:
    """The heading; the box below it is made by its template, which knows the authors already."""
    return Section("citeren", _("Citeren"), "citing/section.html")
