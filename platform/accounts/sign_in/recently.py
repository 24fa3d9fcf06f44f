"""Whether somebody showed not long ago that it is them."""

from __future__ import annotations

import time

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest


def require_recent_sign_in(request: HttpRequest) -> None:
    """Raises ReauthenticationRequired, which allauth answers, unless this person signed in just now.

    Whoever has nothing to show it with again, neither password nor second factor, is believed.
    """
    newest = max((float(record["at"]) for record in get_authentication_records(request, request.user)), default=0.0)
    is_recent = time.time() - newest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    if not is_recent and get_adapter().get_reauthentication_methods(request.user):
        raise ReauthenticationRequired
