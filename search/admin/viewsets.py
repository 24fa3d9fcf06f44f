"""Synonyms and pages on top: listed, made and changed in the admin."""

from __future__ import annotations

from typing import ClassVar

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from search.models import PinnedResult, SynonymGroup

#: Parameter of the address under which a report hands a query to the forms.
PREFILL = "zoekvraag"


class PrefilledCreateView(CreateView):
    """Begins with the query that the address names."""

    prefilled_field: ClassVar[str]

    def get_initial_form_instance(self) -> Model:
        """A new one with the query in its place."""
        query = " ".join(self.request.GET.get(PREFILL, "").split())[:100]
        return self.model(**{self.prefilled_field: query})


class CreateSynonymGroup(PrefilledCreateView):
    """The query is the first word of the group; the editor adds what it means."""

    prefilled_field = "terms"


class CreatePinnedResult(PrefilledCreateView):
    """The query is given; the editor chooses the page."""

    prefilled_field = "query"


class SynonymGroupViewSet(ModelViewSet):
    """Synonyms."""

    model = SynonymGroup
    name = "synoniemen"
    icon = "list-ul"
    menu_label = _("Synoniemen")
    add_view_class = CreateSynonymGroup
    list_display = ["__str__", "note", "updated_at"]
    search_fields = ["terms", "note"]
    search_backend_name = None
    copy_view_enabled = False


class PinnedResultViewSet(ModelViewSet):
    """Pages on top."""

    model = PinnedResult
    name = "bovenaan"
    icon = "pick"
    menu_label = _("Pagina’s bovenaan")
    add_view_class = CreatePinnedResult
    list_display = ["query", "page", "position", "updated_at"]
    search_fields = ["query", "page__title"]
    search_backend_name = None
    copy_view_enabled = False


class FindabilityGroup(ModelViewSetGroup):
    """One entry in the menu for both."""

    menu_label = _("Vindbaarheid")
    menu_icon = "search"
    menu_order = 500
    items = (SynonymGroupViewSet("synoniemen"), PinnedResultViewSet("bovenaan"))
