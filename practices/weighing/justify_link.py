"""The way from an intervention to accounting for choosing it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse


def justify_url(page_id: int) -> str:
    """The address where a verantwoording of choosing this page begins; empty where a site has none."""
    try:
        address = reverse("justifying:begin")
    except NoReverseMatch:
        return ""
    return f"{address}?{urlencode({'p': page_id})}"
