"""What we ask of somebody who signs up, beside address and password."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile, User


class SignupDetails(forms.Form):
    """The base of allauth's forms for new accounts, with and without somebody else's account."""

    display_name = forms.CharField(
        label=_("Naam"),
        max_length=80,
        help_text=_("Zo sta je bij alles wat je hier schrijft."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_order = ["display_name", "email", "password1"]

    def signup(self, request: HttpRequest, user: User) -> None:
        """Keep what was asked."""
        Profile.objects.filter(user=user).update(display_name=self.cleaned_data["display_name"].strip())
