"""The part of an answer's page about whether it helped."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial import page_sections
from editorial.page_sections import Section
from research.questions.helping import sums_of
from research.questions.models import AnswerPage


def register() -> None:
    """Add it to every answer; called once, when the app is ready."""
    page_sections.register("answer_helped", section_of, order=10)


def section_of(page: Page) -> Section | None:
    """The sums, when enough have said so."""
    if not isinstance(page, AnswerPage):
        return None
    sums = sums_of(page.pk)
    if sums is None:
        return None
    return Section("geholpen", _("Heeft het geholpen?"), "research/questions/helped_section.html", {"sums": sums})
