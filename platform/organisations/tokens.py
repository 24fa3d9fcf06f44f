"""Tokens that stand in a mail and of which only a hash is kept."""

from __future__ import annotations

import hashlib
import secrets

#: Characters of a token: 32 random bytes in URL-safe base 64.
LENGTH = 43
_BYTES = 32


def new_token() -> str:
    """A token that cannot be guessed."""
    return secrets.token_urlsafe(_BYTES)


def hash_of(purpose: str, token: str) -> str:
    """What is kept of ``token``. A token for one purpose does not fit another.

    A plain hash will do: nobody can try all of 256 random bits.
    """
    return hashlib.sha256(f"{purpose}:{token}".encode()).hexdigest()
