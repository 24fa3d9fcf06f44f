"""The part of a practice's page about trying it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial import page_sections
from editorial.page_sections import Section
from practices.models import PracticePage
from practices.trying.sums import sums_of


def register() -> None:
    """Add it to every practice; called once, when the app is ready."""
    page_sections.register("trying", section_of, order=10)


def section_of(page: Page) -> Section | None:
    """The sums, and in its template the button."""
    if not isinstance(page, PracticePage):
        return None
    return Section("proberen", _("Ga je dit proberen?"), "practices/trying/section.html", {"sums": sums_of(page.pk)})
