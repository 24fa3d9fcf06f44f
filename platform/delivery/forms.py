"""What people choose about hearing of things."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from delivery.models import Level, Preferences


class PreferencesForm(forms.ModelForm[Preferences]):
    """Mail and digest."""

    class Meta:
        model = Preferences
        fields = ("notifications_by_mail", "digest", "language")
        widgets: ClassVar[dict[str, Any]] = dict.fromkeys(fields, forms.RadioSelect)
        help_texts: ClassVar[dict[str, Any]] = {
            "notifications_by_mail": _("Op de site staan ze altijd in je lijst."),
            "digest": _("Hooguit vijf dingen, gekozen bij jouw groepen en thema’s. Zonder nieuws komt er niets."),
        }


class LevelForm(forms.Form):
    """How much somebody hears of one thing."""

    level = forms.ChoiceField(
        choices=[*Level.choices, ("", _("Zoals overal"))],
        required=False,
        label=_("Wat je hoort"),
        widget=forms.RadioSelect,
    )
