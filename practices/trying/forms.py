"""Saying that one tries it, and whether it helped."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from practices.models import Outcome
from vocabulary.memory import vocabulary
from vocabulary.models import Level
from vocabulary.tree import in_tree_order


class BeginForm(forms.Form):
    """In which group; may be left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        level = forms.ModelChoiceField(Level.objects.all(), required=False, label=_("In welke groep?"))
        terms = in_tree_order(vocabulary().of_kind("level"))
        level.choices = [
            ("", _("zeg ik liever niet")),
            *((str(term.pk), "– " * depth + term.label) for term, depth in terms),
        ]
        self.fields["level"] = level


class AnswerForm(forms.Form):
    """Whether it helped, in a minute."""

    outcome = forms.ChoiceField(choices=Outcome.choices, widget=forms.RadioSelect, label=_("Hielp het?"))
    words = forms.CharField(
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=_("Wat merkte je?"),
        help_text=_("Wat ging goed, wat niet? Noem geen namen van leerlingen."),
    )
    name_visible = forms.BooleanField(
        required=False, label=_("Wie dit voorbeeld deelde, mag zien dat dit van mij komt.")
    )
