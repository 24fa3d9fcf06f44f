"""Where the search appears in the admin."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.admin.searches_report import SearchesReportView
from search.admin.viewsets import FindabilityGroup


@hooks.register("register_admin_viewset")
def register_viewsets() -> FindabilityGroup:
    """Synonyms and pages on top."""
    return FindabilityGroup()


@hooks.register("register_admin_urls")
def register_report_urls() -> list[URLPattern]:
    """The report, whole and as the results that refresh in place."""
    return [
        path("rapporten/zoekopdrachten/", SearchesReportView.as_view(), name="search_counts_report"),
        path(
            "rapporten/zoekopdrachten/results/",
            SearchesReportView.as_view(results_only=True),
            name="search_counts_report_results",
        ),
    ]


class SearchesMenuItem(MenuItem):
    """Shown to who can act on it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this editor keeps the synonyms."""
        return any(request.user.has_perm(f"search.{action}_synonymgroup") for action in ("add", "change", "delete"))


@hooks.register("register_reports_menu_item")
def register_report_menu_item() -> MenuItem:
    """An entry among the reports."""
    return SearchesMenuItem(
        _("Zoekopdrachten"), reverse("search_counts_report"), name="searches", icon_name="search", order=600
    )
