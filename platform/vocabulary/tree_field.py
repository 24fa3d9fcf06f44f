"""Choosing controlled terms in a form: a tree of boxes to tick, which needs no explanation."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vocabulary.memory import KnownTerm, vocabulary
from vocabulary.models import Theme
from vocabulary.tree import in_tree_order


class TermTree(forms.CheckboxSelectMultiple):
    """Boxes to tick, each branch together and indented. ``depths`` gives the depth of each value."""

    template_name = "vocabulary/widgets/term_tree.html"

    def __init__(self, *args: Any, depths: dict[str, int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.depths = depths or {}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds ``branches``: lists of options, each beginning with a term at the top."""
        context = super().get_context(name, value, attrs)
        branches: list[list[dict[str, Any]]] = []
        for _group, options, _index in context["widget"]["optgroups"]:
            for option in options:
                option["depth"] = self.depths.get(str(option["value"]), 0)
                if option["depth"] == 0 or not branches:
                    branches.append([])
                branches[-1].append(option)
        context["widget"]["branches"] = branches
        return context

    @property
    def media(self) -> forms.Media:
        """Its style sheet."""
        return forms.Media(css={"all": ["vocabulary/term_tree.css"]})


class ThemesField(forms.MultipleChoiceField):
    """The themes of a page: only those that editors made. Values are slugs, cleaned to themes."""

    def __init__(self, **kwargs: Any) -> None:
        terms = _tree("theme")
        super().__init__(
            choices=[(term.code, term.label) for term, _depth in terms],
            widget=TermTree(depths={term.code: depth for term, depth in terms}),
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        """From themes, as the page has them, to slugs."""
        return [theme.slug if isinstance(theme, Theme) else theme for theme in value or []]

    def to_python(self, value: Any) -> list[str]:
        """A theme that was merged while the form was open is the theme it was merged into."""
        merged = vocabulary().merged_themes
        return list(dict.fromkeys(merged.get(slug, slug) for slug in super().to_python(value)))

    def clean(self, value: Any) -> list[Theme]:
        """The themes, in their order."""
        slugs = super().clean(value)
        themes = list(Theme.objects.filter(slug__in=slugs))
        if len(themes) != len(slugs):
            raise ValidationError(_("Een van deze thema's is er niet meer. Kies opnieuw."))
        return themes

    def has_changed(self, initial: Collection[Any] | None, data: Collection[Any] | None) -> bool:
        """Whether other themes are ticked, in whatever order."""
        return set(self.prepare_value(initial)) != set(self.prepare_value(data))


def show_as_tree(field: forms.ModelMultipleChoiceField, kind: str) -> None:
    """Let a field of levels, subjects, audiences or regions be a tree of boxes to tick."""
    terms = _tree(kind)
    field.widget = TermTree(depths={str(term.pk): depth for term, depth in terms})
    field.choices = [(term.pk, term.label) for term, _depth in terms]


def _tree(kind: str) -> Iterable[tuple[KnownTerm, int]]:
    return in_tree_order(vocabulary().of_kind(kind))
