"""What people chose about mail, with the defaults for who chose nothing."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from delivery.models import Preferences


def preferences_of(user: Any) -> Preferences:
    """This person's choices; the defaults are not kept until they choose."""
    return Preferences.objects.filter(user_id=user.pk).first() or Preferences(user_id=user.pk)


def preferences_of_all(user_ids: Collection[int]) -> dict[int, Preferences]:
    """The choices of each of these people, in one query."""
    chosen = Preferences.objects.in_bulk(user_ids, field_name="user_id")
    return {user_id: chosen.get(user_id) or Preferences(user_id=user_id) for user_id in user_ids}
