"""Lists of terms in the order of their tree."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Case, Count, IntegerField, Model, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.widgets.button import Button

from vocabulary.admin.forms import INDENT
from vocabulary.memory import vocabulary
from vocabulary.tree import in_tree_order


class IndentedTitleColumn(TitleColumn):
    """The label, further to the right the deeper it stands."""

    def get_value(self, instance: Model) -> str:
        """The label behind as many em spaces as there are terms above it."""
        return INDENT * getattr(instance, "tree_depth", 0) + str(super().get_value(instance))


class TreeIndexView(IndexView):
    """A list whose own order is that of the tree; searching and sorting on a column give a flat list."""

    def _get_title_column(self, field_name: str, column_class: type = IndentedTitleColumn, **kwargs: Any) -> Any:
        return super()._get_title_column(field_name, column_class, **kwargs)

    def order_queryset(self, queryset: QuerySet[Model]) -> QuerySet[Model]:
        """In tree order, with the depth of each row."""
        if self.ordering or self.is_searching:
            return super().order_queryset(queryset)
        rows = in_tree_order(vocabulary().of_kind(self.model._meta.model_name))
        if not rows:
            return queryset
        places = [When(pk=term.pk, then=Value(place)) for place, (term, _depth) in enumerate(rows)]
        depths = [When(pk=term.pk, then=Value(depth)) for term, depth in rows]
        return queryset.annotate(
            tree_depth=Case(*depths, default=Value(0), output_field=IntegerField()),
            tree_place=Case(*places, default=Value(len(rows)), output_field=IntegerField()),
        ).order_by("tree_place")


class ThemeIndexView(TreeIndexView):
    """Themes, with how many pages have them and a way to merge them."""

    def get_base_queryset(self) -> QuerySet[Model]:
        """Counts the pages of each."""
        return super().get_base_queryset().annotate(page_count=Count("themed_pages"))

    def get_list_more_buttons(self, instance: Model) -> list[Any]:
        """Adds merging."""
        buttons: list[Any] = super().get_list_more_buttons(instance)
        if self.user_has_permission("delete"):
            buttons.append(merge_button(instance))
        return buttons


class ThemeEditView(EditView):
    """The form of a theme, with merging in its menu."""

    @property
    def header_more_buttons(self) -> list[Any]:
        """Adds merging."""
        buttons = list(super().header_more_buttons)
        if self.user_has_permission("delete"):
            buttons.append(merge_button(self.object))
        return buttons


def merge_button(theme: Model) -> Button:
    """To the form that merges ``theme`` into another."""
    return Button(
        _("Samenvoegen met een ander thema"),
        url=reverse("themas_beheren:merge", args=[quote(theme.pk)]),
        icon_name="resubmit",
        priority=25,
    )
