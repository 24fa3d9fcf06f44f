"""Forms for terms and themes, and for merging two themes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from vocabulary.memory import vocabulary
from vocabulary.models import Theme
from vocabulary.tree import in_tree_order

INDENT = "\u2003"


def tree_choices(kind: str, without_branch_of: int | None = None) -> list[tuple[int, str]]:
    """The terms of a vocabulary as choices, indented; without one term and all below it when asked."""
    terms = vocabulary().of_kind(kind)
    barred = vocabulary().by_pk.get((kind, without_branch_of)) if without_branch_of else None
    return [
        (term.pk, INDENT * depth + term.label)
        for term, depth in in_tree_order(terms)
        if barred is None or (term.pk != barred.pk and barred.code not in term.parents)
    ]


class NestedForm(WagtailAdminModelForm):
    """Places a term in its tree, and keeps the word that stands in addresses as it is once it is there."""

    #: The field that stands in addresses, and the field it is made of when left empty.
    code_field = "code"
    label_field = "label"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields[self.code_field]
        code.required = False
        if self.instance.pk:
            code.disabled = True
            code.help_text = _("Staat in adressen en verandert daarom niet meer.")
        else:
            code.help_text = _("Staat in adressen. Laat leeg, dan maken we die van de naam.")
        if "parent" in self.fields:
            choices = tree_choices(self._meta.model._meta.model_name, self.instance.pk)
            self.fields["parent"].choices = [("", _("(staat bovenaan)")), *choices]

    def clean(self) -> dict[str, Any]:
        """Fills in the code."""
        cleaned: dict[str, Any] = super().clean()
        if not cleaned.get(self.code_field):
            cleaned[self.code_field] = self._free_code(slugify(cleaned.get(self.label_field, ""))[:50] or "begrip")
        return cleaned

    def _free_code(self, wanted: str) -> str:
        model: type[Model] = self._meta.model
        taken = set(
            model._default_manager.filter(**{f"{self.code_field}__startswith": wanted}).values_list(
                self.code_field, flat=True
            )
        )
        candidates = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
        return next(candidate for candidate in candidates if candidate not in taken)


class ThemeForm(NestedForm):
    """A theme calls its code a slug, and its label a name."""

    code_field = "slug"
    label_field = "name"


class MergeForm(forms.Form):
    """Which theme the other one goes into."""

    def __init__(self, *args: Any, source: Theme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [choice for choice in tree_choices("theme") if choice[0] != source.pk]
        self.fields["target"] = forms.TypedChoiceField(
            label=_("Samenvoegen met"), coerce=int, choices=[("", _("Kies het thema dat blijft")), *others]
        )
