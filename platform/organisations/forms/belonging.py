"""What members say about where they work."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.models import MembershipRequest


class RequestForm(forms.ModelForm[MembershipRequest]):
    """A word for the administrator who confirms it."""

    class Meta:
        model = MembershipRequest
        fields = ("message",)
        labels = {"message": _("Toelichting voor de beheerder")}
        help_texts = {"message": _("Bijvoorbeeld wat je er doet.")}
        widgets = {"message": forms.Textarea(attrs={"rows": 3})}
