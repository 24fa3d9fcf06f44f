"""Lists and forms of organisations and municipalities, in the menu of people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from accounts.forms import SluggedForm
from organisations.admin.listing import OrganisationEditView, OrganisationIndexView
from organisations.models import Municipality, Organisation

MENU_HOOK = "register_people_menu_item"


class OrganisationViewSet(SnippetViewSet):
    """Schools, boards and the others."""

    model = Organisation
    icon = "home"
    base_url_path = "organisaties"
    menu_hook = MENU_HOOK
    menu_label = _("Organisaties")
    menu_order = 20
    index_view_class = OrganisationIndexView
    edit_view_class = OrganisationEditView
    list_display = ["name", "kind", "code", "municipality", "board", "alliance_since"]
    list_filter = ["kind", "municipality"]
    list_per_page = 50
    copy_view_enabled = False
    edit_handler = ObjectList(Organisation.panels, base_form_class=SluggedForm)


class MunicipalityViewSet(SnippetViewSet):
    """Municipalities."""

    model = Municipality
    icon = "site"
    base_url_path = "gemeenten"
    menu_hook = MENU_HOOK
    menu_label = _("Gemeenten")
    menu_order = 30
    list_display = ["name", "code", "region"]
    list_filter = ["region"]
    list_per_page = 50
    copy_view_enabled = False
    edit_handler = ObjectList(Municipality.panels, base_form_class=SluggedForm)
