"""Lists and forms of the controlled terms."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import NumberColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from vocabulary.admin.deleting import RefusingDeleteView
from vocabulary.admin.forms import NestedForm, ThemeForm
from vocabulary.admin.listing import ThemeEditView, ThemeIndexView, TreeIndexView
from vocabulary.admin.merge_view import MergeThemeView
from vocabulary.models import Audience, Level, Region, Subject, Theme


class TermViewSet(ModelViewSet):
    """What all vocabularies share."""

    index_view_class = TreeIndexView
    delete_view_class = RefusingDeleteView
    icon = "tag"
    list_display = ["label", "code"]
    list_per_page = 200
    search_fields = ["label", "synonyms", "code"]
    search_backend_name = None
    copy_view_enabled = False
    form_class = NestedForm

    @cached_property
    def edit_handler(self) -> ObjectList:
        """The model's panels with our form."""
        return ObjectList(self.model.panels, base_form_class=self.form_class)


class ThemeViewSet(TermViewSet):
    """Themes."""

    model = Theme
    name = "themas_beheren"
    url_prefix = "begrippen/themas"
    icon = "tag"
    menu_label = _("Thema's")
    index_view_class = ThemeIndexView
    edit_view_class = ThemeEditView
    list_display = ["name", "slug", NumberColumn("page_count", label=_("Pagina's"), sort_key="page_count")]
    search_fields = ["name", "synonyms", "slug"]
    form_class = ThemeForm

    @property
    def merge_view(self) -> Any:
        """Merging a theme into another."""
        return self.construct_view(MergeThemeView)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Adds the address of merging."""
        return [*super().get_urlpatterns(), path("merge/<int:pk>/", self.merge_view, name="merge")]


class LevelViewSet(TermViewSet):
    """Levels and groups."""

    model = Level
    name = "niveaus"
    url_prefix = "begrippen/niveaus"
    icon = "group"


class SubjectViewSet(TermViewSet):
    """Subjects."""

    model = Subject
    name = "vakken"
    url_prefix = "begrippen/vakken"
    icon = "openquote"


class AudienceViewSet(TermViewSet):
    """Audiences."""

    model = Audience
    name = "doelgroepen"
    url_prefix = "begrippen/doelgroepen"
    icon = "user"


class RegionViewSet(TermViewSet):
    """Regions."""

    model = Region
    name = "regios"
    url_prefix = "begrippen/regios"
    icon = "site"


class VocabularyGroup(ModelViewSetGroup):
    """The menu "Begrippen". Other rooms add their lists of terms through its hook."""

    menu_label = _("Begrippen")
    menu_icon = "tag"
    menu_order = 450
    submenu_hook = "register_vocabulary_menu_item"
    items = (ThemeViewSet, LevelViewSet, SubjectViewSet, AudienceViewSet, RegionViewSet)
