"""How far readers have come."""

from __future__ import annotations

from accounts.models import User
from leerlabs.models import Reading


def mark_read(user: User, thread_id: int, number: int, before: int | None) -> None:
    """Remember that ``user`` has seen everything up to ``number``; ``before`` is what was remembered.

    One statement, and none when there is nothing new. Two windows at once: the higher number stays.
    """
    if before is None:
        Reading.objects.bulk_create(
            [Reading(user=user, thread_id=thread_id, last_number=number)], ignore_conflicts=True
        )
    elif number > before:
        Reading.objects.filter(user=user, thread_id=thread_id, last_number__lt=number).update(last_number=number)
