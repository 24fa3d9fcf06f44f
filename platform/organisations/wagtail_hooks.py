"""Where organisations appear in the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import register_snippet

from organisations import merging, policy
from organisations.admin.applications import ApplicationsView, DecideView
from organisations.admin.import_view import ReportView, UploadView
from organisations.admin.merge_view import MergeOrganisationView
from organisations.admin.panels import ApplicationsPanel
from organisations.admin.viewsets import MENU_HOOK, MunicipalityViewSet, OrganisationViewSet
from organisations.importing import applying

register_snippet(OrganisationViewSet)
register_snippet(MunicipalityViewSet)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """Importing and merging, and deciding about who wants to join."""
    register = [
        path("importeren/", UploadView.as_view(), name="import"),
        path("importeren/<int:pk>/", ReportView.as_view(), name="import_report"),
        path("samenvoegen/<int:pk>/", MergeOrganisationView.as_view(), name="merge"),
    ]
    applications = [
        path("", ApplicationsView.as_view(), name="list"),
        path("<int:pk>/", DecideView.as_view(), name="decide"),
    ]
    return [
        path("organisaties/", include((register, "organisations_admin"))),
        path("aanmeldingen/", include((applications, "organisations_applications"))),
    ]


class ApplicationsMenuItem(MenuItem):
    """Shown to who decides."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user may."""
        return policy.may(request.user, "application.decide")


@hooks.register(MENU_HOOK)
def register_applications() -> MenuItem:
    """An entry beside organisations."""
    url = reverse("organisations_applications:list")
    return ApplicationsMenuItem(_("Aanmeldingen"), url, name="applications", icon_name="mail", order=25)


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Who wants to join, on the dashboard of who decides."""
    if policy.may(request.user, "application.decide"):
        panels.append(ApplicationsPanel())


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """How merging and importing read in the history of an organisation."""

    @actions.register_action(merging.LOG_ACTION)
    class MergeFormatter(LogFormatter):
        label = _("Organisaties samengevoegd")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            """Names the organisation that went."""
            return str(_("“%(name)s” hierin opgenomen") % {"name": log_entry.data.get("name", "")})

    actions.register_action(applying.LOG_ACTION, _("Geïmporteerd"), _("Toegevoegd of gewijzigd uit een bestand"))
