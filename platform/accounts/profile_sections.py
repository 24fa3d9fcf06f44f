"""What other rooms show on the page of a member: organisations, contributions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from accounts.profiles import may_see


@dataclass(frozen=True, slots=True)
class SectionItem:
    """A line: what it is, and where it leads."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class ProfileSection:
    """A heading with lines below it; without lines it is not shown."""

    title: str
    items: list[SectionItem] = field(default_factory=list)


Provide = Callable[[User, User | AnonymousUser], ProfileSection]
_providers: dict[str, tuple[str | None, Provide]] = {}


def register(name: str, provide: Provide, *, part: str | None = None) -> None:
    """Show a section on profiles. With ``part`` only to those who may see that part of the profile.

    ``provide(owner, viewer)`` returns only what ``viewer`` may see. Raises ValueError for a name that is taken.
    """
    if name in _providers:
        raise ValueError(f"{name} has registered its section of profiles already")
    _providers[name] = (part, provide)


def sections_of(owner: User, viewer: User | AnonymousUser) -> Iterable[ProfileSection]:
    """The sections that have something to show."""
    for part, provide in _providers.values():
        if part is None or may_see(owner.profile, part, viewer):
            section = provide(owner, viewer)
            if section.items:
                yield section
