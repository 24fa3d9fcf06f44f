"""How people are named in a conversation about a question."""

from __future__ import annotations

from accounts.models import User
from accounts.profiles import display_name


def name_of(user: User | None) -> str:
    """How a researcher or kennismakelaar is named in a conversation."""
    if user is None:
        return display_name(None)
    return user.profile.display_name or user.get_full_name() or display_name(user)
