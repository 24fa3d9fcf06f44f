"""The menu of what members manage of themselves; rooms add their own pages to it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

#: What the hundreds of an order mean.
GROUPS = {1: _("Wat ik maak"), 2: _("Wat ik volg"), 3: _("Wie ik ben"), 4: _("Inloggen en gegevens")}


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One page: where it stands, what it is called and what it is for (translated when shown), its address, its icon."""

    order: int
    label: Any
    url_name: str
    icon: str
    about: Any

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


def register(order: int, label: Any, url_name: str, icon: str, about: Any = "") -> None:
    """Add a page; the hundreds of its order say in which group it stands (``GROUPS``)."""
    _items.append(MenuItem(order, label, url_name, icon, about))
    _items.sort(key=lambda item: item.order)


def groups() -> tuple[MenuGroup, ...]:
    """All pages, in order."""
    return tuple(
        MenuGroup(GROUPS.get(number, ""), tuple(items)) for number, items in groupby(_items, lambda item: item.group)
    )
