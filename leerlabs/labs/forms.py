"""The forms of joining a Leerlab and of leading it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leerlabs.labs.changing import FIELDS
from leerlabs.models import LeerlabPage, MemberRole


class JoinForm(forms.Form):
    """Taking part; with a word to the hosts where they decide."""

    motivation = forms.CharField(
        label=_("Waarom wil je meedoen?"),
        help_text=_("Alleen de begeleiders lezen dit. Eén zin is genoeg."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    is_shown = forms.BooleanField(
        label=_("Zet mij in de ledenlijst"),
        help_text=_("Andere leden zien dan dat je meedoet. Wat je schrijft, staat er altijd onder je naam."),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, on_request: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not on_request:
            del self.fields["motivation"]


class InviteForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(
        label=_("E-mailadres"), widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    )
    role = forms.ChoiceField(label=_("Als"), choices=MemberRole.choices, initial=MemberRole.MEMBER)


class RoleForm(forms.Form):
    """What a member does."""

    role = forms.ChoiceField(label=_("Rol"), choices=MemberRole.choices)


class ShownForm(forms.Form):
    """Whether one stands in the list of members."""

    is_shown = forms.BooleanField(label=_("Zet mij in de ledenlijst"), required=False)


class SettingsForm(forms.ModelForm[LeerlabPage]):
    """What hosts change about their Leerlab."""

    class Meta:
        model = LeerlabPage
        fields = FIELDS
        widgets = {
            "question": forms.Textarea(attrs={"rows": 2}),
            "goal": forms.Textarea(attrs={"rows": 6}),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "visibility": forms.RadioSelect,
            "joining": forms.RadioSelect,
        }

    def clean(self) -> dict[str, Any]:
        """A Leerlab ends after it begins."""
        values = super().clean() or self.cleaned_data
        starts, ends = values.get("starts_on"), values.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("Het einde ligt voor het begin."))
        return values

    def _post_clean(self) -> None:
        """The values are not put on the page here: :func:`leerlabs.labs.changing.change` does that, under a lock."""
