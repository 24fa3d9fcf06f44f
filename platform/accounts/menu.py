"""The menu of what members manage of themselves; rooms add their own pages to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User

#: What the hundreds of an order mean.
GROUPS = {1: _("Wat ik maak"), 2: _("Wat ik volg"), 3: _("Wie ik ben"), 4: _("Inloggen en gegevens")}


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One page: where it stands, what it is called and what it is for, translated when shown, its address, its icon."""

    order: int
    label: Any
    url_name: str
    icon: str
    about: Any
    #: Whom it is of use to; None for everyone.
    concerns: Callable[[User], bool] | None

    @property
    def url(self) -> str:
        """Its address, in the language of this moment."""
        return reverse(self.url_name)

    @property
    def group(self) -> int:
        """The number of its group."""
        return self.order // 100


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """Pages that belong together; the first and the last group have no name."""

    name: Any
    items: tuple[MenuItem, ...]


_items: list[MenuItem] = []


def register(
    order: int, label: Any, url_name: str, icon: str, *, about: Any = "", concerns: Callable[[User], bool] | None = None
) -> None:
    """Add a page, of use to everyone or to whom ``concerns`` says.

    The hundreds of its order say in which group it stands (``GROUPS``).
    """
    _items.append(MenuItem(order, label, url_name, icon, about, concerns))
    _items.sort(key=lambda item: item.order)


def groups(user: object) -> tuple[MenuGroup, ...]:
    """The pages that are of use to this member, in order."""
    useful = (item for item in _items if item.concerns is None or (isinstance(user, User) and item.concerns(user)))
    return tuple(
        MenuGroup(GROUPS.get(number, ""), tuple(items)) for number, items in groupby(useful, lambda item: item.group)
    )
