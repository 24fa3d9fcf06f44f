"""Lists and forms of people, and the menu in which they stand."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from accounts.admin.claims import PersonClaimViewSet
from accounts.admin.person_sections import PersonSectionsPanel
from accounts.forms import PersonForm
from accounts.models import Person


class PersonViewSet(SnippetViewSet):
    """People that content points at."""

    model = Person
    icon = "user"
    base_url_path = "personen"
    menu_label = _("Personen")
    list_display = ["__str__", "role", "organisation", "email"]
    list_filter = ["role", "organisation"]
    list_per_page = 50
    copy_view_enabled = False
    edit_handler = ObjectList(
        [*Person.panels, PersonSectionsPanel(heading=_("Elders op de site"))], base_form_class=PersonForm
    )


class PeopleGroup(SnippetViewSetGroup):
    """The menu "Mensen en organisaties". Other rooms add their lists through its hook."""

    menu_label = _("Mensen en organisaties")
    menu_icon = "group"
    menu_order = 460
    submenu_hook = "register_people_menu_item"
    items = (PersonViewSet, PersonClaimViewSet)
