"""Where the figures of interventions appear in the admin."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from practices.models import Edition
from vocabulary.admin.deleting import RefusingDeleteView


class EditionViewSet(ModelViewSet):
    """Editions of the sources of figures, in the menu of terms."""

    model = Edition
    name = "edities"
    delete_view_class = RefusingDeleteView
    url_prefix = "begrippen/edities"
    icon = "calendar"
    menu_hook = "register_vocabulary_menu_item"
    menu_label = _("Edities van cijfers")
    menu_order = 60
    list_display = ["source", "name", "as_of", "is_menukaart"]
    search_fields = ["source", "name", "code"]
    search_backend_name = None
    copy_view_enabled = False


@hooks.register("register_admin_viewset")
def register_editions() -> EditionViewSet:
    """The list and form of editions."""
    return EditionViewSet()
