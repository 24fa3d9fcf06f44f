"""allauth's forms, made to answer alike whether an address has an account or not."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from allauth.core import context as current
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.sign_in import limits


class SignupForm(allauth_forms.SignupForm):
    """A new account, with a password or without."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Wachtwoord (mag leeg blijven)")
        self.fields["password1"].help_text = _(
            "Ten minste twaalf tekens; een paar woorden achter elkaar is prima. Zonder wachtwoord mailen we je "
            "telkens een code."
        )

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Makes the account, or mails its owner that it is there; both take the time of one password."""
        if self.account_already_exists and self.cleaned_data.get("password1"):
            User().set_password(self.cleaned_data["password1"])
        made: tuple[User | None, HttpResponse | None] = super().try_save(request)
        return made


class RequestLoginCodeForm(allauth_forms.RequestLoginCodeForm):
    """Asking for a code to sign in with."""

    def clean_email(self) -> str:
        """Raises ValidationError when this address was asked for too often, with an account or without."""
        email: str = super().clean_email()
        if email and not limits.may_mail_code(current.request, email):
            raise get_adapter().validation_error("too_many_login_attempts")
        return email


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    """Asking for a code to choose a new password with."""

    def clean_email(self) -> str:
        """Raises ValidationError when this address was asked for too often, with an account or without."""
        email: str = super().clean_email()
        if not limits.may_mail_code(current.request, email):
            raise get_adapter().validation_error("too_many_login_attempts")
        return email
