"""The panels of the dashboard: what is due, and what no theme leads to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.models import User
from editorial.review import overdue_pages, pages_of, pages_without_theme

MOST_SHOWN = 8


class PageListPanel(Component):
    """A short list of pages that somebody may edit, with a way to the whole list; said in words when empty."""

    template_name = "editorial/admin/page_list_panel.html"
    name: ClassVar[str]
    heading: Promise
    explanation: Promise
    nothing: Promise

    def pages(self, request: HttpRequest) -> QuerySet[Page]:
        """The pages that the panel is about, of everybody."""
        raise NotImplementedError

    def more_url(self) -> str:
        """Where the whole list stands."""
        return ""

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Only what this user may edit, and how many there are."""
        request = (parent_context or {})["request"]
        pages = _editable(self.pages(request), request)
        return {
            "panel_id": self.name.replace("_", "-"),
            "heading": self.heading,
            "explanation": self.explanation,
            "nothing": self.nothing,
            "pages": list(pages.select_related("content_type")[:MOST_SHOWN]),
            "total": pages.count(),
            "more_url": self.more_url(),
        }


class OverduePanel(PageListPanel):
    """Pages past their review date; one's own come first."""

    name = "overdue_pages"
    order = 230
    heading = _("Opnieuw bekijken")
    explanation = _("Van deze pagina's is de datum verstreken waarop ze nagelezen zouden worden.")
    nothing = _("Er is niets verstreken.")

    def pages(self, request: HttpRequest) -> QuerySet[Page]:
        """Somebody's own when there are any, otherwise everybody's."""
        overdue = overdue_pages()
        own = pages_of(overdue, request.user) if isinstance(request.user, User) else overdue.none()
        return own if own.exists() else overdue

    def more_url(self) -> str:
        """The report with filters."""
        return reverse("editorial_review_report")


class WithoutThemePanel(PageListPanel):
    """Pages that readers cannot find by theme."""

    name = "pages_without_theme"
    order = 240
    heading = _("Zonder thema")
    explanation = _("Deze pagina's staan op geen enkele themapagina. Kies een thema onder “Indeling”.")
    nothing = _("Elke gepubliceerde pagina heeft een thema.")

    def pages(self, request: HttpRequest) -> QuerySet[Page]:
        """All of them."""
        return pages_without_theme()


def _editable(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(request.user, "change")
    return pages.filter(pk__in=allowed.values("pk"))
