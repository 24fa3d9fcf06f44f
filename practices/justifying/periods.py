"""Periods in words."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def period_text(begin: date | None, end: date | None) -> str:
    """``1 september 2026 tot en met 1 juli 2027``, or what is known of it; empty when nothing is."""
    first, last = (date_format(day, "j F Y") if day else "" for day in (begin, end))
    if first and last:
        return _("%(first)s tot en met %(last)s") % {"first": first, "last": last}
    if first:
        return _("vanaf %(first)s") % {"first": first}
    return _("tot en met %(last)s") % {"last": last} if last else ""
