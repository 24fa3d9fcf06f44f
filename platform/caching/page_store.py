"""Where kept pages stand: in the cache that all processes share, under the generation that they belong to."""

from __future__ import annotations

import logging
from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from caching.kept_page import KeptPage
from caching.nearby import Nearby
from caching.policy import Policy

logger = logging.getLogger(__name__)

MAX_PATH = 512
nearby = Nearby()
#: Requests of htmx that may get another answer than a browser's own.
_HTMX_HEADERS = ("HTTP_HX_REQUEST", "HTTP_HX_BOOSTED", "HTTP_HX_HISTORY_RESTORE_REQUEST")


class Address(NamedTuple):
    """What a page depends on besides its query; ``code`` is the version of our own code that makes it."""

    code: str
    generation: str
    scheme: str
    host: str
    path: str
    htmx: str = ""

    @classmethod
    def of(cls, request: HttpRequest, code: str, generation: str) -> Address | None:
        """The address that is asked for; None when it cannot be one of a page."""
        if len(request.path) > MAX_PATH:
            return None
        try:
            host = request.get_host().lower()
        except DisallowedHost:
            return None
        meta = request.META
        htmx = "".join(name for name in _HTMX_HEADERS if meta.get(name) == "true")
        return cls(code, generation, request.scheme or "", host, request.path, htmx)

    def key(self, kind: str, query: str = "") -> str:
        """The cache key of the page, or of what else is known of this address."""
        return f"{kind}:{blake2b(repr((self, query)).encode(), digest_size=16).hexdigest()}"


def page(address: Address, query: str) -> KeptPage | None:
    """The page that is kept, if any."""
    key = address.key("page", query)
    if near := nearby.get(key):
        return near
    kept = _get(key)
    if not isinstance(kept, tuple):
        return None
    found = KeptPage(*kept)
    nearby.put(key, found)
    return found


def keep(address: Address, query: str, kept: KeptPage) -> None:
    """Keep the page for as long as the settings say, or until the generation changes."""
    _set(address.key("page", query), tuple(kept))


def policy(address: Address) -> Policy | None:
    """What the view at this address said earlier in this generation."""
    kept = _get(address.key("policy"))
    return Policy(*kept) if isinstance(kept, tuple) else None


def remember_policy(address: Address, said: Policy) -> None:
    """Keep what the view said, for requests that come with a query."""
    _set(address.key("policy"), tuple(said))


def _get(key: str) -> object:
    """A cache that fails, or holds something broken, holds nothing."""
    try:
        return cache.get(key)
    except Exception:  # whatever the backend raises
        logger.warning("The cache could not give %s", key, exc_info=True)
        return None


def _set(key: str, value: object) -> None:
    try:
        cache.set(key, value, settings.PAGE_CACHE_SECONDS)
    except Exception:  # whatever the backend raises
        logger.warning("The cache did not take %s", key, exc_info=True)
