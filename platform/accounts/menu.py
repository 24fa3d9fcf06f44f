"""The menu of what members manage of themselves; rooms add their own pages to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from accounts.models import User


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One page: where it stands, what it is called (translated when shown), its address by name, its icon."""

    order: int
    label: Any
    url_name: str
    icon: str
    #: Whom it is of use to; None for everyone.
    concerns: Callable[[User], bool] | None = None

    @property
    def url(self) -> str:
        """Its address, in the language of this moment."""
        return reverse(self.url_name)


_items: list[MenuItem] = []


def register(order: int, label: Any, url_name: str, icon: str, concerns: Callable[[User], bool] | None = None) -> None:
    """Add a page, of use to everyone or to whom ``concerns`` says.

    The order of our own: 10 overview, 20 profile, 60 signing in, 80 data; 90 leaves.
    """
    _items.append(MenuItem(order, label, url_name, icon, concerns))
    _items.sort(key=lambda item: item.order)


def items(user: object) -> tuple[MenuItem, ...]:
    """The pages that are of use to this member, in order."""
    return tuple(item for item in _items if item.concerns is None or (isinstance(user, User) and item.concerns(user)))
