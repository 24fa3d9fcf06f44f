"""What a kennismakelaar and an asker do with a question: talk, reword, refuse, refer, promise."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from research.questions.referring import Goal, goal_at


class MessageForm(forms.Form):
    """Something to say."""

    text = forms.CharField(
        label=_("Bericht"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4, "id": "bericht-tekst"})
    )


class ProposalForm(forms.Form):
    """Another wording for the question."""

    wording = forms.CharField(
        label=_("Voorstel voor de vraag"),
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3, "id": "voorstel-vraag"}),
    )
    text = forms.CharField(
        label=_("Toelichting"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "id": "voorstel-toelichting"}),
    )


class ReasonForm(forms.Form):
    """Why it is not looked into."""

    reason = forms.CharField(
        label=_("Reden"),
        max_length=1500,
        help_text=_("De vragensteller leest dit. Zeg ook wat wel kan helpen."),
        widget=forms.Textarea(attrs={"rows": 4, "id": "afwijzen-reden"}),
    )


class ReferForm(forms.Form):
    """Where the answer is to be had, and why there."""

    address = forms.CharField(
        label=_("Adres op deze site"),
        max_length=500,
        help_text=_("Van een inzicht of andere pagina, een kennisvraag of een organisatie. Plak het hele adres."),
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    reason = forms.CharField(
        label=_("Waarom daar"),
        max_length=1500,
        help_text=_("De vragensteller en wie de vraag volgt, lezen dit."),
        widget=forms.Textarea(attrs={"rows": 4, "id": "doorverwijzen-reden"}),
    )

    def clean_address(self) -> Goal:
        """What stands there."""
        goal = goal_at(self.cleaned_data["address"])
        if goal is None:
            raise forms.ValidationError(_("Daar staat op deze site niets dat iedereen kan lezen."))
        return goal


class PromiseForm(forms.Form):
    """Another day."""

    day = forms.DateField(label=_("Uiterlijk op"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))

    why = forms.CharField(
        label=_("Waarom een andere dag?"),
        max_length=1500,
        required=False,
        help_text=_("De vragensteller krijgt er een mail over, met dit erbij."),
        widget=forms.Textarea(attrs={"rows": 3, "id": "beloven-waarom"}),
    )

    def clean_day(self) -> Any:
        """Not in the past."""
        day = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return day
