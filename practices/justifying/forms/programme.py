"""Writing a schoolprogramma."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from practices.justifying.forms.fields import EurosField, WrittenForm
from practices.justifying.models import Justification, ProgrammeItem, SchoolProgramme


class ProgrammeForm(WrittenForm):
    """What is said of the plan as a whole."""

    available = EurosField(
        label=gettext_lazy("beschikbaar bedrag in euro's"), required=False, min_value=0, max_digits=11, decimal_places=2
    )

    class Meta:
        model = SchoolProgramme
        fields = SchoolProgramme.WRITTEN
        help_texts = {
            "title": gettext_lazy("Bijvoorbeeld: Schoolprogramma 2026-2027."),
            "introduction": gettext_lazy("Wat wil de school bereiken, en hoe hangen de keuzes samen?"),
        }


class NewProgrammeForm(ProgrammeForm):
    """The same with a choice of school, for whoever works at more than one."""

    def __init__(self, schools: QuerySet[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["school"] = forms.ModelChoiceField(schools, label=gettext_lazy("School"), empty_label=None)
        self.order_fields(["school", *SchoolProgramme.WRITTEN])


class ItemForm(WrittenForm):
    """One item with its budget line."""

    rows: ClassVar[dict[str, int]] = {"reason": 5, "goal": 3, "measured_how": 3}
    amount = EurosField(
        label=gettext_lazy("bedrag in euro's"), required=False, min_value=0, max_digits=10, decimal_places=2
    )

    class Meta:
        model = ProgrammeItem
        fields = ProgrammeItem.WRITTEN
        help_texts = {
            "period": gettext_lazy("Bijvoorbeeld: september 2026 tot juli 2027."),
            "budget_line": gettext_lazy("Waar het uit betaald wordt."),
        }


class AddForm(forms.Form):
    """Which verantwoording goes into the plan."""

    def __init__(self, justifications: QuerySet[Justification], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["justification"] = forms.ModelChoiceField(
            justifications, to_field_name="uuid", label=gettext_lazy("Verantwoording"), empty_label=None
        )
