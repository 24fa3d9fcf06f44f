"""Who can be told anything at all: people with a running account whom no room leaves out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.contrib.auth import get_user_model

#: Of these people, those who are to be left out.
LeftOut = Callable[[Collection[int]], Iterable[int]]

_rules: dict[str, LeftOut] = {}


def leave_out(name: str, which: LeftOut) -> None:
    """Tell nothing to the people whom ``which(user_ids)`` gives (suspended, address not confirmed).

    It is asked a batch at a time, when things are told and again when mail is sent. Raises ValueError for a
    name that is taken.
    """
    if name in _rules:
        raise ValueError(f"{name} is left out already")
    _rules[name] = which


def who_can_be_told(user_ids: Collection[int]) -> dict[int, Any]:
    """Of these people those who can be told anything, by their id."""
    if not user_ids:
        return {}
    users = get_user_model()._default_manager.filter(pk__in=user_ids, is_active=True).in_bulk()
    for which in _rules.values():
        if not users:
            break
        for user_id in which(users.keys()):
            users.pop(user_id, None)
    return users


def address_of(user: Any) -> str:
    """Where this person's mail goes."""
    return str(getattr(user, user.get_email_field_name()))
