"""The word in an unsubscribe address: signed, for one person at one address and one target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac

from delivery.recipients import address_of
from delivery.site_address import absolute

_SALT = "delivery.unsubscribe"
#: The target that stands for the digest, beside those of the rooms.
DIGEST_TARGET = "digest"


class UnusableTokenError(Exception):
    """Not made by this site, of another person or address, or too old; nothing may be done with it."""


@dataclass(frozen=True, slots=True)
class Unsubscription:
    """Whose mail about what is to end."""

    user: Any
    target: str


def make(user: Any, target: str) -> str:
    """A word that says "no more of this for this person" and that nobody else can make."""
    return signing.dumps([user.pk, target, _mark_of(user)], salt=_SALT, compress=True)


def address(user: Any, target: str) -> str:
    """The address in a mail, for a click and for mail programs (RFC 8058)."""
    return absolute(reverse("delivery:unsubscribe", args=[make(user, target)]))


def read(token: str) -> Unsubscription:
    """What the word says. Raises :class:`UnusableTokenError`."""
    longest = timedelta(days=settings.DELIVERY_UNSUBSCRIBE_DAYS)
    try:
        user_id, target, mark = signing.loads(token, salt=_SALT, max_age=longest)
    except (signing.BadSignature, ValueError, TypeError) as problem:
        raise UnusableTokenError from problem
    user = get_user_model()._default_manager.filter(pk=user_id, is_active=True).first()
    if user is None or mark != _mark_of(user):
        raise UnusableTokenError
    return Unsubscription(user, target)


def _mark_of(user: Any) -> str:
    """Changes with the address, so that who has the old mailbox now can do nothing with its mails."""
    return salted_hmac(_SALT, address_of(user).lower()).hexdigest()[:12]
