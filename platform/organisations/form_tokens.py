"""A word that is made with a form and comes back with it, so that a form is sent once and by a person."""

from __future__ import annotations

import secrets
import time

from django.core import signing

_SALT = "organisations.form"
#: Nobody fills in a form faster; a page that lay open longer than this is a new form.
FASTEST_SECONDS = 3
OLDEST_SECONDS = 24 * 3600


class FormTokenError(Exception):
    """The word was not made here, is too young or too old."""


def new(made_at: float | None = None) -> str:
    """A signed word, made now unless another moment (seconds since 1970) is given."""
    made = int(time.time() if made_at is None else made_at)
    return signing.dumps([secrets.token_hex(16), made], salt=_SALT, compress=False)


def identity(token: str, now: float | None = None) -> str:
    """What is unique of a word. Raises :class:`FormTokenError` when it does not hold at this moment."""
    try:
        nonce, made = signing.loads(token, salt=_SALT)
    except signing.BadSignature as problem:
        raise FormTokenError(str(problem)) from problem
    age = (time.time() if now is None else now) - made
    if not FASTEST_SECONDS <= age <= OLDEST_SECONDS:
        raise FormTokenError("too young or too old")
    return str(nonce)
