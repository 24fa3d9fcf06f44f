"""allauth's forms, made to answer alike whether an address has an account or not."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account.adapter import get_adapter
from allauth.core import context as current
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.sign_in import limits


class LoginForm(allauth_forms.LoginForm):
    """Signing in with a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)


class SignupForm(allauth_forms.SignupForm):
    """A new account, with a password or without."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _(
            "Ten minste twaalf tekens; een paar woorden achter elkaar is prima. Zonder wachtwoord mailen we je "
            "telkens een code."
        )
        _in_our_words(self)

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Makes the account, or mails its owner that it is there; both take the time of one password."""
        if self.account_already_exists and self.cleaned_data.get("password1"):
            User().set_password(self.cleaned_data["password1"])
        made: tuple[User | None, HttpResponse | None] = super().try_save(request)
        return made


class RequestLoginCodeForm(allauth_forms.RequestLoginCodeForm):
    """Asking for a code to sign in with."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)

    def clean_email(self) -> str:
        """Raises ValidationError when this address was asked for too often, with an account or without."""
        email: str = super().clean_email()
        if email and not limits.may_mail_code(current.request, email):
            raise get_adapter().validation_error("too_many_login_attempts")
        return email


class ResetPasswordForm(allauth_forms.ResetPasswordForm):
    """Asking for a code to choose a new password with."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _in_our_words(self)

    def clean_email(self) -> str:
        """Raises ValidationError when this address was asked for too often, with an account or without."""
        email: str = super().clean_email()
        if not limits.may_mail_code(current.request, email):
            raise get_adapter().validation_error("too_many_login_attempts")
        return email


def _in_our_words(form: Form) -> None:
    """One name for an address; and no label repeated in its field, where it looks like an answer."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        if name in {"login", "email"}:
            field.label = _("E-mailadres")
