"""The list and the form of organisations, with what one does with them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views.snippets import EditView, IndexView

from accounts.models import User
from organisations import policy
from organisations.models import Organisation


class OrganisationIndexView(IndexView):
    """All organisations, with importing above and merging beside them."""

    @property
    def header_buttons(self) -> list[Any]:
        """Adds importing."""
        buttons = list(super().header_buttons)
        if policy.may(self.request.user, "register.import"):
            url = reverse("organisations_admin:import")
            buttons.append(HeaderButton(_("Importeren"), url=url, icon_name="upload", priority=40))
        return buttons

    def get_list_more_buttons(self, instance: Organisation) -> list[Any]:
        """Adds the people and merging."""
        return [*super().get_list_more_buttons(instance), *own_buttons(self.request.user, instance)]


class OrganisationEditView(EditView):
    """The form of an organisation, with its people and merging in its menu."""

    @property
    def header_more_buttons(self) -> list[Any]:
        """Adds the people and merging."""
        return [*super().header_more_buttons, *own_buttons(self.request.user, self.object)]


def own_buttons(user: User, organisation: Organisation) -> list[Button]:
    """What this user may do with an organisation besides editing its fields."""
    buttons = []
    if policy.may(user, "organisation.manage", organisation):
        url = reverse("organisations:manage_people", args=[organisation.slug])
        buttons.append(Button(_("Mensen beheren"), url=url, icon_name="group", priority=24))
    if policy.may(user, "register.merge", organisation):
        url = reverse("organisations_admin:merge", args=[organisation.pk])
        buttons.append(Button(_("Samenvoegen met een andere organisatie"), url=url, icon_name="resubmit", priority=25))
    return buttons
