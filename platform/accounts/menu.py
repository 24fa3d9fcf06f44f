"""The menu of what members manage of themselves; rooms add their own pages to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One page: where it stands, what it is called (translated when shown), its address by name, its icon."""

    order: int
    label: Any
    url_name: str
    icon: str

    @property
    def url(self) -> str:
        """Its address, in the language of this moment."""
        return reverse(self.url_name)


_items: list[MenuItem] = []


def register(order: int, label: Any, url_name: str, icon: str) -> None:
    """Add a page. The order of our own: 10 overview, 20 profile, 60 signing in, 80 data; 90 leaves."""
    _items.append(MenuItem(order, label, url_name, icon))
    _items.sort(key=lambda item: item.order)


def items() -> tuple[MenuItem, ...]:
    """All pages, in order."""
    return tuple(_items)
