"""Who fills in a form, with or without an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from organisations import form_tokens
from research.questions.asking import Person
from research.questions.limits import may_ask


class PersonFields(forms.Form):
    """Name and address of whoever has no account; a member is known already."""

    name = forms.CharField(label=_("Jouw naam"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Jouw e-mailadres"),
        help_text=_("We sturen een mail om te controleren dat dit adres van jou is. Niemand anders ziet het."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user = request.user if isinstance(request.user, User) else None
        self.identity = ""
        self.initial.setdefault("token", form_tokens.new())
        if self.user is not None:
            del self.fields["name"], self.fields["email"]

    def clean(self) -> dict[str, Any]:
        """Whether the form was made here, by a person's speed."""
        cleaned = super().clean() or self.cleaned_data
        try:
            self.identity = form_tokens.identity(cleaned.get("token", ""))
        except form_tokens.FormTokenError:
            if not self.errors:
                self.data = {**{name: self.data[name] for name in self.data}, "token": form_tokens.new()}
                message = _("Lees je vraag nog even na en verstuur die dan opnieuw.")
                raise forms.ValidationError(message) from None
        return cleaned

    def refuse_too_many(self) -> bool:
        """Whether the limit was reached; then the form says so."""
        if may_ask(self.request, self.user, self.cleaned_data.get("email", "")):
            return False
        self.add_error(None, _("Er zijn net te veel vragen gesteld. Probeer het later opnieuw."))
        return True

    def person(self) -> Person:
        """Who filled it in."""
        if self.user is not None:
            return Person(user=self.user)
        return Person(name=self.cleaned_data["name"], email=self.cleaned_data["email"])
