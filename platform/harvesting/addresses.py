"""Whole addresses of what machines ask for."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse


def absolute(name: str, *args: object) -> str:
    """The whole address of one of ours, in Dutch."""
    return settings.SITE_URL + reverse(f"harvesting:{name}", args=args)
