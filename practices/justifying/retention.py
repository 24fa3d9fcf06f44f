"""What this room does not keep for ever."""

from __future__ import annotations

from datetime import datetime

from practices.justifying.models import Justification


def forget_linked(before: datetime) -> int:
    """Verantwoordingen without an account that nobody changed since this moment."""
    old = Justification.objects.filter(owner=None, is_example=False, changed_at__lt=before)
    number = old.count()
    old.delete()
    return number
