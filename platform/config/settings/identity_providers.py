"""OpenID Connect: organisations with whose account one may sign in, from the environment.

``OIDC_PROVIDERS=surfconext,orcid`` and for each ``OIDC_SURFCONEXT_SERVER_URL``, ``…_CLIENT_ID`` and
``…_CLIENT_SECRET``; ``…_NAME`` when the button should say something else.
"""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from config.settings import environment

_NAMES = {"surfconext": "SURFconext", "entree": "Entree Federatie", "orcid": "ORCID"}
_SERVERS = {"surfconext": "https://connect.surfconext.nl", "orcid": "https://orcid.org"}
_WORD = re.compile(r"[a-z][a-z0-9]*")


def identity_providers() -> list[dict[str, Any]]:
    """The providers, as allauth wants them. Raises ImproperlyConfigured for what is wrong or missing."""
    words = [word.strip() for word in environment.text("OIDC_PROVIDERS").split(",") if word.strip()]
    if len(set(words)) != len(words):
        raise ImproperlyConfigured("OIDC_PROVIDERS names a provider twice")
    return [_provider(word) for word in words]


def _provider(word: str) -> dict[str, Any]:
    if not _WORD.fullmatch(word):
        raise ImproperlyConfigured(
            f"OIDC_PROVIDERS should be words such as surfconext, entree or orcid, with commas between, not {word!r}"
        )
    prefix = f"OIDC_{word.upper()}"
    why = f"{word} stands in OIDC_PROVIDERS"
    server = environment.url(f"{prefix}_SERVER_URL", ("https", "http"), "https://connect.example.nl")
    return {
        "provider_id": word,
        "name": environment.text(f"{prefix}_NAME") or _NAMES.get(word, word.capitalize()),
        "client_id": environment.required(f"{prefix}_CLIENT_ID", why),
        "secret": environment.required(f"{prefix}_CLIENT_SECRET", why),
        "settings": {
            "server_url": server or _SERVERS.get(word) or environment.required(f"{prefix}_SERVER_URL", why),
            "oauth_pkce_enabled": True,
        },
    }
