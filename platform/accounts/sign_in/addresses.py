"""Dutch addresses for allauth's views; their names stay allauth's, because it asks for them by name.

Each view that changes something runs in one transaction. allauth answers some requests by an exception that its
middleware turns into an answer; so these views are left alone by the transaction around every request, which
would hide the exception from that middleware.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path

from accounts.sign_in.going_elsewhere import answer_instead_of_redirect

View = Callable[..., HttpResponseBase]
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def _address(route: str, view: View, name: str) -> URLPattern:
    @transaction.non_atomic_requests
    @wraps(view)
    def in_one_transaction(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method in _SAFE:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            return view(request, *args, **kwargs)

    return path(f"account/{route}", in_one_transaction, name=name)


#: What people see, in both languages.
urlpatterns = [
    _address("inloggen/", account.login, "account_login"),
    _address("inloggen/code/", account.request_login_code, "account_request_login_code"),
    _address("inloggen/code/invoeren/", account.confirm_login_code, "account_confirm_login_code"),
    _address("inloggen/passkey/", webauthn.login_webauthn, "mfa_login_webauthn"),
    _address("inloggen/tweede-stap/", mfa.authenticate, "mfa_authenticate"),
    _address("uitloggen/", account.logout, "account_logout"),
    _address("gesloten/", account.account_inactive, "account_inactive"),
    _address("aanmelden/", account.signup, "account_signup"),
    _address("e-mailadres/", account.email, "account_email"),
    _address("e-mailadres/bevestigen/", account.email_verification_sent, "account_email_verification_sent"),
    _address("wachtwoord/wijzigen/", account.password_change, "account_change_password"),
    _address("wachtwoord/instellen/", account.password_set, "account_set_password"),
    _address("wachtwoord/vergeten/", account.password_reset, "account_reset_password"),
    _address("wachtwoord/vergeten/code/", account.confirm_password_reset_code, "account_confirm_password_reset_code"),
    _address("wachtwoord/vergeten/nieuw/", account.complete_password_reset, "account_complete_password_reset"),
    _address("wachtwoord/vergeten/klaar/", account.password_reset_from_key_done, "account_password_reset_completed"),
    _address("bevestigen/", account.reauthenticate, "account_reauthenticate"),
    _address("bevestigen/tweede-stap/", mfa.reauthenticate, "mfa_reauthenticate"),
    _address("bevestigen/passkey/", webauthn.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    _address("beveiliging/", mfa.index, "mfa_index"),
    _address("beveiliging/app/toevoegen/", totp.activate_totp, "mfa_activate_totp"),
    _address("beveiliging/app/verwijderen/", totp.deactivate_totp, "mfa_deactivate_totp"),
    _address("beveiliging/herstelcodes/", recovery_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    _address("beveiliging/herstelcodes/nieuw/", recovery_codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    _address(
        "beveiliging/herstelcodes/bestand/", recovery_codes.download_recovery_codes, "mfa_download_recovery_codes"
    ),
    _address("beveiliging/passkeys/", webauthn.list_webauthn, "mfa_list_webauthn"),
    _address("beveiliging/passkeys/toevoegen/", webauthn.add_webauthn, "mfa_add_webauthn"),
    _address("beveiliging/passkeys/<int:pk>/naam/", webauthn.edit_webauthn, "mfa_edit_webauthn"),
    _address("beveiliging/passkeys/<int:pk>/verwijderen/", webauthn.remove_webauthn, "mfa_remove_webauthn"),
    _address("koppelingen/", social.connections, "socialaccount_connections"),
    _address("koppelingen/aanmelden/", social.signup, "socialaccount_signup"),
    _address("koppelingen/geannuleerd/", social.login_cancelled, "socialaccount_login_cancelled"),
    _address("koppelingen/mislukt/", social.login_error, "socialaccount_login_error"),
]

#: What other organisations send people back to: one address, whatever the language.
provider_urlpatterns = [
    _address("via/<slug:provider_id>/", answer_instead_of_redirect(openid_connect.login), "openid_connect_login"),
    _address("via/<slug:provider_id>/terug/", openid_connect.callback, "openid_connect_callback"),
]
