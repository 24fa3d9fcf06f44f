"""Kinds of boxes that the forms of this room share."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from practices.justifying.amounts import euros

#: Longest text of one box; far more than anybody reads.
MOST_TEXT = 6000
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")


class EurosField(forms.DecimalField):
    """An amount as people type it here: ``1.500``, ``1500,50``, ``€ 1.500,-``."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        """The amount, or None. Raises ValidationError for what is no amount."""
        if isinstance(value, str):
            text = re.sub(r"[€\s]|,-+$", "", value)
            if "," in text or _THOUSANDS.fullmatch(text):
                text = text.replace(".", "").replace(",", ".")
            value = text
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        """As it was typed, or with a comma."""
        return euros(value).removeprefix("€ ") if isinstance(value, Decimal) else value


class WrittenForm(forms.ModelForm):
    """Some fields of a model that several windows or people may have open, nothing of it required."""

    use_required_attribute = False
    #: Rows of a box for longer text.
    rows: ClassVar[dict[str, int]] = {}
    error_messages_of_period = gettext_lazy("Het einde ligt voor het begin.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = str(field.label)[:1].upper() + str(field.label)[1:]
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = self.rows.get(name, 4)
                field.validators.append(MaxLengthValidator(MOST_TEXT))
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def clean(self) -> dict[str, Any]:
        """Line ends as one sign, and a period that does not end before it begins."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for name, value in given.items():
            if isinstance(value, str):
                given[name] = value.replace("\r\n", "\n").replace("\r", "\n")
        begin, end = given.get("starts_on"), given.get("ends_on")
        if begin and end and end < begin:
            self.add_error("ends_on", str(self.error_messages_of_period))
        return given


def in_words(value: Any) -> str:
    """A value that was saved elsewhere, to read beside the box."""
    if value in (None, ""):
        return _("(leeg)")
    if isinstance(value, Decimal):
        return euros(value)
    return date_format(value, "j F Y") if isinstance(value, date) else str(value)


def rows_of(form: forms.BaseForm, needed: tuple[str, ...], elsewhere: dict[str, Any]) -> list[dict[str, Any]]:
    """The boxes in their order, each with what was saved elsewhere when that is something else."""
    return [
        {
            "field": form[name],
            "is_needed": name in needed,
            "elsewhere": in_words(elsewhere[name]) if name in elsewhere else None,
        }
        for name in form.fields
    ]
