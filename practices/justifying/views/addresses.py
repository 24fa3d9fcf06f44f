"""Addresses where a verantwoording is begun."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from practices.models import InterventionPage

#: The parameter with the word of a form that a visitor has not saved yet.
DRAFT_PARAMETER = "concept"


def begin_url(page: InterventionPage, token: str = "") -> str:
    """Where choosing ``page`` is accounted for; with ``token`` what was typed in that form is there again."""
    more = {DRAFT_PARAMETER: token} if token else {}
    return f"{reverse('justifying:begin')}?{urlencode({'p': page.pk, **more})}"


def draft_url(page: InterventionPage) -> str:
    """Where the script keeps what is typed there."""
    return f"{reverse('justifying:draft_new')}?{urlencode({'p': page.pk})}"
