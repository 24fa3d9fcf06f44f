"""The forms of reporting, deciding and appealing."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leerlabs.models import DecisionAction, ReportReason
from leerlabs.moderation.deciding import SUSPENSIONS


class ReportForm(forms.Form):
    """Why something should be looked at; who says so, where there is no account."""

    reason = forms.ChoiceField(label=_("Wat is er aan de hand?"), choices=[("", _("Kies…")), *ReportReason.choices])
    explanation = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Wat zou de moderator moeten weten? Noem bij een wet of recht om welke het gaat."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    name = forms.CharField(label=_("Je naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Je e-mailadres"),
        help_text=_("Je krijgt een ontvangstbevestiging en daarna ons besluit, met de redenen."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    good_faith = forms.BooleanField(label=_("Ik meld dit te goeder trouw; wat ik schrijf is naar mijn weten juist."))
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, anonymous: bool, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"token": uuid.uuid4()})
        super().__init__(*args, **kwargs)
        if not anonymous:
            for name in ("name", "email", "good_faith"):
                del self.fields[name]
            self.fields["explanation"].required = False


#: What follows from a decision, for who has to choose.
_FOLLOWS = {
    DecisionAction.RELEASE: _("iedereen die meeleest ziet het"),
    DecisionAction.HIDE: _("alleen de schrijver en moderatoren zien het nog; het kan terug"),
    DecisionAction.UNHIDE: _("iedereen die meeleest ziet het weer"),
    DecisionAction.DELETE: _("de tekst is voorgoed weg"),
    DecisionAction.WARN: _("het blijft staan; de schrijver leest waarom het niet kan"),
    DecisionAction.SUSPEND: _("het blijft staan; de schrijver kan een tijd alleen lezen"),
}


class DecisionForm(forms.Form):
    """What is done, and why. The reason goes to whom it concerns, as it stands."""

    action = forms.ChoiceField(label=_("Besluit"), widget=forms.RadioSelect)
    suspended_days = forms.TypedChoiceField(
        label=_("Hoe lang (alleen bij schorsen)"),
        choices=[(days, days) for days in SUSPENSIONS],
        coerce=int,
        initial=7,
        required=False,
        help_text=_("In dagen."),
    )
    reason = forms.CharField(
        label=_("Waarom"),
        help_text=_("Wie dit schreef en wie het meldde, lezen dit. Noem de regel en wat die hier betekent."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, actions: Iterable[DecisionAction], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actions = list(actions)
        field = self.fields["action"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(action.value, _in_full(action)) for action in self.actions]
        if DecisionAction.SUSPEND not in self.actions:
            del self.fields["suspended_days"]

    @property
    def days(self) -> int | None:
        """The length of the suspension that was chosen, if one was."""
        if self.cleaned_data["action"] != DecisionAction.SUSPEND:
            return None
        return self.cleaned_data.get("suspended_days") or SUSPENSIONS[1]


def _in_full(action: DecisionAction) -> str:
    follows = _FOLLOWS.get(action)
    return f"{action.label}: {follows}" if follows else str(action.label)


class AppealForm(forms.Form):
    """Why somebody does not agree."""

    text = forms.CharField(
        label=_("Waarom ben je het er niet mee eens?"),
        help_text=_("Iemand anders dan wie het besluit nam, leest dit en beslist opnieuw."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class AppealDecisionForm(forms.Form):
    """What becomes of the first decision, and why."""

    outcome = forms.ChoiceField(
        label=_("Uitkomst"),
        choices=[("uphold", _("Het besluit blijft")), ("reverse", _("Het besluit wordt teruggedraaid"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Waarom"),
        help_text=_("Wie bezwaar maakte, leest dit."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
