"""Choosing where to keep a page, describing a collection, naming an alert."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from keeping.models import Alert, Collection
from keeping.models.collection import NOTE_LENGTH, TITLE_LENGTH

#: The choice that stands for a collection that is still to be made.
NEW = "nieuw"


class KeepForm(forms.Form):
    """In which collection, or in a new one; with a note."""

    collection = forms.ChoiceField(widget=forms.RadioSelect, required=False, label=_("Waar bewaar je dit?"))
    title = forms.CharField(
        required=False,
        max_length=TITLE_LENGTH,
        label=_("Naam van de nieuwe verzameling"),
        help_text=_("Bijvoorbeeld: Lezen in groep 5, of Voor de studiedag."),
    )
    note = forms.CharField(
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Aantekening"),
        help_text=_("Waarom bewaar je dit? Wie je verzameling ziet, leest dit mee."),
    )

    def __init__(self, choices: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["collection"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*choices, (NEW, str(_("een nieuwe verzameling")))]
        field.initial = choices[0][0] if choices else NEW
        if not choices:
            # The first time one press of the button is enough.
            self.fields["title"].initial = _("Bewaard")

    def clean(self) -> dict[str, Any]:
        """A new collection has a name, and who gives a name means a new one, whatever else is chosen."""
        given: dict[str, Any] = super().clean() or {}
        title = " ".join(given.get("title", "").split())
        if title or not given.get("collection"):
            given["collection"] = NEW
        if given["collection"] == NEW and not title and "title" not in self.errors:
            self.add_error("title", _("Geef de nieuwe verzameling een naam."))
        return {**given, "title": title}


class CollectionForm(forms.ModelForm):
    """The name of a collection, and what it is about."""

    class Meta:
        model = Collection
        fields = ("title", "description")
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}


class AlertForm(forms.ModelForm):
    """What a followed search is called, and whether the digest tells of it."""

    class Meta:
        model = Alert
        fields = ("name", "in_digest")
        labels = {"in_digest": _("Zet nieuwe pagina's in mijn overzicht per mail")}

    def clean_name(self) -> str:
        """On one line, without what no feed can carry: the name stands beside every page in it."""
        return " ".join("".join(sign if sign.isprintable() else " " for sign in self.cleaned_data["name"]).split())
