"""Addresses of Leerlabs."""

from __future__ import annotations

from django.utils.translation import get_language

from editorial.addresses import localised, site_path
from leerlabs.models import LeerlabPage


def page_of(leerlab: LeerlabPage) -> str:
    """The page of a Leerlab in the language of this request, without a query."""
    return localised(site_path(leerlab.url_path), get_language() or "nl")
