"""Who may go on to the admin: only those who may enter it, and have a second factor where that is required."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.sign_in.shadowed import to_password_reset, to_sign_in

#: Recovery codes are for when one of these is lost.
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def must_add_second_factor(user: User) -> bool:
    """Whether this person may enter the admin, and has to set up a second factor first. Up to three queries."""
    return bool(settings.REQUIRE_SECOND_FACTOR and may_enter_admin(user) and not is_mfa_enabled(user, SECOND_FACTORS))


def may_enter_admin(user: User) -> bool:
    """Whether this person is an editor or an administrator."""
    return user.has_perm("wagtailadmin.access_admin")


class AdminEntranceMiddleware:
    """Stands before Wagtail's admin. Whoever is not signed in is sent to sign in by Wagtail itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponseBase | None:
        """Raises PermissionDenied for members who have no business there; sends others to add a second factor."""
        leads_away = view in {to_sign_in, to_password_reset}
        if leads_away or not request.path_info.startswith(self.admin) or not request.user.is_authenticated:
            return None
        if not may_enter_admin(request.user):
            raise PermissionDenied
        if must_add_second_factor(request.user):
            messages.warning(request, _("Wie de site beheert, stelt eerst een tweede stap in bij het inloggen."))
            return HttpResponseRedirect(reverse("mfa_index"))
        return None
