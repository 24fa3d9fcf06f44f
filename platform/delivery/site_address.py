"""Addresses as they stand in a mail."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from django.conf import settings


def absolute(path: str) -> str:
    """The path with the site before it. An address of another site is left as it is."""
    return urljoin(f"{settings.SITE_URL}/", path)


def host() -> str:
    """The site's host name, which makes Message-IDs ours."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"
