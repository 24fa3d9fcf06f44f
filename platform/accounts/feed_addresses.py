"""The secret addresses of feeds of one's own: made, ended, and told apart."""

from __future__ import annotations

import hashlib
import secrets
from typing import Generic, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.models.feed_address import OwnFeedAddress

F = TypeVar("F", bound=OwnFeedAddress)


class FeedAddresses(Generic[F]):
    """Those of one kind of feed."""

    def __init__(self, kind: type[F]) -> None:
        self._all = kind._default_manager

    def make(self, user: User) -> str:
        """A new secret; the one before no longer works. It is told only now: what is kept is a hash of it."""
        token = secrets.token_urlsafe(32)
        self._all.update_or_create(user=user, defaults={"token_hash": _hash(token), "created_at": timezone.now()})
        return token

    def revoke(self, user: User) -> None:
        """End the address."""
        self._all.filter(user=user).delete()

    def owner_of(self, token: str) -> User | None:
        """Whose address this is; nobody's when it was ended, or the account is."""
        found = self._all.select_related("user").filter(token_hash=_hash(token), user__is_active=True).first()
        return found.user if found else None

    def manage(self, request: HttpRequest, user: User, namespace: str, template: str) -> HttpResponseBase:
        """Answers the page on which one makes an address, makes another, or ends it. It is shown once.

        ``namespace`` is that of the addresses ``feed`` and ``feed_address``.
        """
        address = ""
        if request.method == "POST":
            if "stop" in request.POST:
                self.revoke(user)
                messages.success(request, _("Het adres werkt niet meer."))
                return redirect(f"{namespace}:feed_address")
            address = request.build_absolute_uri(reverse(f"{namespace}:feed", args=[self.make(user)]))
        response = render(request, template, {"address": address, "kept": self._all.filter(user=user).first()})
        add_never_cache_headers(response)
        return response


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
