"""What the things that one can subscribe to are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Target:
    """A thing that one can subscribe to, in words, with its address (a path)."""

    title: str | Promise
    url: str = ""


#: Characters of the longest name of a target that can be kept.
LONGEST = 100
#: ``describe(id, user)``: what the target is for this person; None when it is gone or not theirs to see.
Describe = Callable[[str, Any], Target | None]

_kinds: dict[str, Describe] = {}


def register(prefix: str, describe: Describe) -> None:
    """Say what the targets "<prefix>:<id>" are called, from ``AppConfig.ready``. Raises ValueError when taken."""
    if prefix in _kinds:
        raise ValueError(f"The targets {prefix}:… have been described already")
    _kinds[prefix] = describe


def described(target: str, user: Any) -> Target | None:
    """The target in words; None when this person may not see it (any more) or no room knows it."""
    if len(target) > LONGEST:
        return None
    prefix, _colon, identifier = target.partition(":")
    describe = _kinds.get(prefix)
    return describe(identifier, user) if describe else None
