"""What allauth asks us about accounts: how mail leaves, what counts as too often, what the words are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.sign_in import limits
from delivery import direct

#: Mails with a code in them are of no use when it has expired.
_WITH_CODE = frozenset(
    {
        "account/email/login_code",
        "account/email/password_reset_code",
        "account/email/email_confirmation",
        "account/email/email_confirmation_signup",
    }
)


class AccountAdapter(DefaultAccountAdapter):
    """allauth's own, except for mail and limits."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("Dit e-mailadres en wachtwoord horen niet bij elkaar."),
        "too_many_login_attempts": _(
            "Dit is te vaak geprobeerd. Wacht een paar minuten, of kom binnen op een andere manier: "
            "met een code per mail of met je wachtwoord."
        ),
        "incorrect_code": _("Deze code klopt niet."),
        "rate_limited": _("Even geduld: dit ging te vaak achter elkaar."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Through the queue of all mail, so that an absent mail server holds nobody up.

        Known and unknown addresses both get a mail, so both take one row.
        """
        request: HttpRequest = current.request
        direct.send(
            email,
            template_prefix,
            {**context, "request": request, "email": email, "code_minutes": settings.CODE_MINUTES},
            key=f"account:{uuid4()}",
            useful_for=timedelta(minutes=settings.CODE_MINUTES) if template_prefix in _WITH_CODE else None,
        )

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Raises ValidationError when this account was tried too often from everywhere, or from here."""
        if not limits.may_try_password(request, self._address_in(credentials)):
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count it for the account."""
        limits.count_failed_password(request, self._address_in(credentials))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        return limits.key_of(request, self._address_in(credentials))

    @staticmethod
    def _address_in(credentials: dict[str, Any]) -> str:
        return str(credentials.get("email") or credentials.get("username") or "").lower()
