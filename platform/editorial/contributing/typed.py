"""What a form sends of what somebody is still typing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def typed_in(posted: Mapping[str, Any], names: Iterable[str], most: int) -> dict[str, str]:
    """The fields of these names as they were typed, ``most`` characters of each; nothing when all of it is blank."""
    values = {name: str(posted.get(name, "")).replace("\0", "")[:most] for name in names}
    return values if any(value.strip() for value in values.values()) else {}
