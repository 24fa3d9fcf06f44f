"""What administrators fill in about their own people."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from organisations import mail_domains
from organisations.models import MembershipRole, Organisation, OrganisationMailDomain


class InvitationForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(label=_("E-mailadres"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    role = forms.ChoiceField(
        label=_("Als"),
        choices=MembershipRole.choices,
        initial=MembershipRole.MEMBER,
        help_text=_("Een beheerder nodigt anderen uit en beheert wie erbij hoort."),
    )


class DomainForm(forms.Form):
    """A mail domain of the organisation."""

    domain = forms.CharField(
        label=_("Maildomein"),
        max_length=260,
        help_text=_("Wat bij jullie achter het @ staat, zoals school.nl. Een subdomein voeg je apart toe."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_domain(self) -> str:
        """The domain as it is kept."""
        return mail_domains.cleaned(self.cleaned_data["domain"])

    def save(self, organisation: Organisation, by: User) -> OrganisationMailDomain:
        """Keep it."""
        return mail_domains.add(organisation, self.cleaned_data["domain"], by)


class EndForm(forms.Form):
    """When a membership ends."""

    ends_on = forms.DateField(
        label=_("Tot"),
        required=False,
        help_text=_("De eerste dag waarop het niet meer geldt. Leeg is vandaag."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_ends_on(self) -> date:
        """A day from today on."""
        day: Any = self.cleaned_data["ends_on"] or timezone.localdate()
        if day < timezone.localdate():
            raise forms.ValidationError(_("Kies vandaag of een latere dag."))
        return date(day.year, day.month, day.day)
