"""The form with which an organisation asks to join the alliance."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from organisations import form_tokens
from organisations.models import AllianceApplication, Municipality, Organisation, OrganisationKind
from organisations.submission_limits import may_submit


class ApplicationForm(forms.ModelForm[AllianceApplication]):
    """Who asks, for which organisation, and why."""

    code = forms.CharField(
        label=_("BRIN-code"),
        max_length=12,
        required=False,
        help_text=_("Van een school die al in ons overzicht staat, zoals 12AB. Dan hoef je verder niets te zoeken."),
    )
    kind = forms.ChoiceField(
        label=_("Soort organisatie"),
        required=False,
        choices=[("", _("Kies wat voor organisatie het is")), *OrganisationKind.choices],
    )
    municipality = forms.ModelChoiceField(
        label=_("Gemeente"),
        queryset=Municipality.objects.order_by("name"),
        required=False,
        empty_label=_("Kies een gemeente"),
    )
    website = forms.URLField(
        label=_("Website"),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "url", "placeholder": "https://"}),
    )
    #: Nobody sees this field; a robot fills it in.
    homepage = forms.CharField(required=False)
    token = forms.CharField(widget=forms.HiddenInput)

    class Meta:
        model = AllianceApplication
        fields = ("name", "kind", "municipality", "website", "contact_name", "email", "motivation")
        labels = {
            "contact_name": _("Jouw naam"),
            "name": _("Naam van de organisatie"),
            "motivation": _("Waarom willen jullie meedoen?"),
            "email": _("Jouw e-mailadres"),
        }
        help_texts = {
            "email": _("Liefst het adres van je werk. Hierop hoor je de uitkomst."),
            "motivation": _("Een paar zinnen is genoeg."),
        }
        widgets = {
            "motivation": forms.Textarea(attrs={"rows": 6}),
            "contact_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    field_order = ("code", "name", "kind", "municipality", "website", "contact_name", "email", "motivation")

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        #: Whether the very same form came before: it is answered as it was then.
        self.was_sent_before = False
        self.initial.setdefault("token", form_tokens.new())
        self.fields["name"].required = False

    def clean_code(self) -> str:
        """The code as it stands in the register."""
        return str(self.cleaned_data["code"]).strip().upper()

    def clean(self) -> dict[str, Any]:
        """Finds the organisation, and holds up robots. A form that is sent again is not counted again."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("homepage"):
            raise forms.ValidationError(_("Dit lijkt geen formulier dat iemand zelf invulde."))
        self._find_organisation(cleaned)
        if self.errors:
            return cleaned
        try:
            self.instance.form_token = form_tokens.identity(cleaned["token"])
        except form_tokens.FormTokenError:
            self.data = {**{name: self.data[name] for name in self.data}, self.add_prefix("token"): form_tokens.new()}
            raise forms.ValidationError(
                _("Kijk je antwoorden nog even na en verstuur het formulier dan opnieuw.")
            ) from None
        self.was_sent_before = AllianceApplication.objects.filter(form_token=self.instance.form_token).exists()
        if not self.was_sent_before and not may_submit(self.request, cleaned["email"]):
            raise forms.ValidationError(_("Er zijn net te veel aanmeldingen gedaan. Probeer het later opnieuw."))
        return cleaned

    def _find_organisation(self, cleaned: dict[str, Any]) -> None:
        """The organisation of the register, by its code; otherwise the name and kind of a new one."""
        code = cleaned.get("code")
        if code:
            known = Organisation.objects.filter(code=code, kind=OrganisationKind.SCHOOL).first()
            if known is None:
                self.add_error("code", _("Deze code staat niet in ons overzicht. Laat die weg en vul de naam in."))
                return
            self.instance.organisation = known
            cleaned.update(name=known.name, kind=known.kind, municipality=known.municipality)
            return
        if not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Vul de naam van de organisatie in."))
        if not cleaned.get("kind") and "kind" not in self.errors:
            self.add_error("kind", _("Kies wat voor organisatie het is."))
        elif cleaned.get("kind") == OrganisationKind.MUNICIPALITY and not cleaned.get("municipality"):
            self.add_error("municipality", _("Kies om welke gemeente het gaat."))
