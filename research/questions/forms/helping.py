"""Whether an answer helped."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from research.questions.models import Outcome


class OutcomeForm(forms.Form):
    """Whether the answer helped, in a minute."""

    outcome = forms.ChoiceField(choices=Outcome.choices, widget=forms.RadioSelect, label=_("Heeft het geholpen?"))
    words = forms.CharField(
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=_("Wat deed je ermee?"),
        help_text=_("Dit lezen alleen de kennismakelaars. Noem geen namen van leerlingen."),
    )
