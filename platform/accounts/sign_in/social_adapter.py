"""What allauth asks us about signing in with somebody else's account."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """allauth's own, with the name that the other side gives filled in for our form."""

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> AbstractBaseUser:
        """First and last name; from the whole name when that is all there is."""
        if data.get("name") and not (data.get("first_name") or data.get("last_name")):
            first, _space, last = str(data["name"]).partition(" ")
            data = {**data, "first_name": first, "last_name": last}
        user: AbstractBaseUser = super().populate_user(request, sociallogin, data)
        return user

    def get_signup_form_initial_data(self, sociallogin: SocialLogin) -> dict[str, Any]:
        """What the form for a new account begins with."""
        initial: dict[str, Any] = super().get_signup_form_initial_data(sociallogin)
        return {**initial, "display_name": sociallogin.user.get_full_name()}
