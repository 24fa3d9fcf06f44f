"""Deleting people and organisations: refused while a page needs them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from vocabulary.admin.deleting import why_not_deletable


def refuse_when_needed(request: HttpRequest, records: Iterable[Model]) -> HttpResponse | None:
    """Before one or several records go: back to where one came from, when one of them cannot."""
    reasons = [reason for record in records if (reason := why_not_deletable(record))]
    for reason in reasons:
        messages.error(request, reason)
    return redirect("wagtailadmin_home") if reasons else None
