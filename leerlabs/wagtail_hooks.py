"""The way from the editors' room to what waits in Leerlabs."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from leerlabs.labs import explorer
from leerlabs.standing import Role, site_roles


class ReportsMenuItem(MenuItem):
    """Shown to whoever decides on reports of the whole site."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person is an editor."""
        return Role.EDITOR in site_roles(request.user)


hooks.register("construct_page_chooser_queryset", explorer.choosable)


@hooks.register("register_admin_menu_item")
def reports_menu_item() -> MenuItem:
    """The queue of reports, outside the admin."""
    return ReportsMenuItem(_("Gemeld in Leerlabs"), reverse_lazy("leerlabs:site_queue"), icon_name="warning", order=850)
