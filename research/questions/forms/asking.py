"""Asking a question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from research.questions.asking import Asked
from research.questions.forms.person import PersonFields
from vocabulary.memory import vocabulary
from vocabulary.models import Level, Subject, Theme
from vocabulary.tree import in_tree_order


class AskForm(PersonFields):
    """A question with what helps to understand it."""

    wording = forms.CharField(
        label=_("Je vraag"),
        max_length=300,
        help_text=_("In één zin. Vertel wie het betreft, en wat je wilt weten. Noem geen namen van leerlingen."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    level = forms.ModelChoiceField(Level.objects.all(), label=_("Voor welke groep?"), required=False)
    subject = forms.ModelChoiceField(Subject.objects.all(), label=_("Voor welk vak?"), required=False)
    theme = forms.ModelChoiceField(Theme.objects.all(), label=_("Over welk thema?"), required=False)
    why = forms.CharField(
        label=_("Waarom is dit voor jou belangrijk?"),
        max_length=1500,
        required=False,
        help_text=_("Wat wil je ermee beslissen of veranderen? Dit lezen alleen wie je vraag behandelen."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    tried = forms.CharField(
        label=_("Wat heb je al geprobeerd of gelezen?"),
        max_length=1500,
        required=False,
        help_text=_("Ook dit lezen alleen wie je vraag behandelen."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    field_order = ("wording", "level", "subject", "theme", "why", "tried", "name", "email", "token")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("level", "subject", "theme"):
            field = self.fields[name]
            if isinstance(field, forms.ModelChoiceField):
                terms = in_tree_order(vocabulary().of_kind(name))
                labels = [(str(term.pk), "– " * depth + term.label) for term, depth in terms]
                field.choices = [("", _("maakt niet uit")), *labels]

    def clean_wording(self) -> str:
        """On one line, and long enough to be a question."""
        wording = " ".join(str(self.cleaned_data["wording"]).split())
        if len(wording) < 15:
            raise forms.ValidationError(_("Schrijf je vraag in een hele zin."))
        return wording

    def asked(self) -> Asked:
        """What was filled in."""
        names = ("wording", "why", "tried", "level", "subject", "theme")
        return Asked(**{name: self.cleaned_data[name] for name in names})
