"""In the place of Wagtail's own pages for signing in, which know neither our limits nor a second factor."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def to_sign_in(request: HttpRequest, *args: Any) -> HttpResponseRedirect:
    """To the site's sign-in, and on to where one wanted to go; to the admin from the admin's own page."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        wanted = reverse("wagtailadmin_home") if args[:1] == ("admin",) else ""
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    return HttpResponseRedirect(reverse("account_login") + query)


def to_password_reset(request: HttpRequest) -> HttpResponseRedirect:
    """To choosing a new password with a code by mail."""
    return HttpResponseRedirect(reverse("account_reset_password"))
