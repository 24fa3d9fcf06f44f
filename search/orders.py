"""The orders in which results can stand beside relevance and date: by title, and by what rooms register.

Engines know nothing of values. A document has a key for each order that it has a value for, and results stand in the
order of these keys; pages without one come last, whichever way it goes. Both engines take the keys from here, so that
they agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.analysis.folding import fold
from search.documents import SearchDocument

#: Numbers stay below this on either side of zero; larger ones count as this one.
LARGEST = 10**9
#: Digits behind the point that count.
_DECIMALS = 3
_SPAN = LARGEST * 10**_DECIMALS
#: Of a title so many letters count.
_TITLE_LETTERS = 48
#: Page ids stay below this.
_MAX_ID = 10**11 - 1


@dataclass(frozen=True, slots=True)
class Order:
    """A way to sort. ``name`` stands in addresses and in the index, ``label`` is what it puts first."""

    name: str
    label: str | Promise
    #: The largest number first.
    descending: bool = False


BY_TITLE = Order("titel", _("op alfabet"))
_orders: dict[str, Order] = {BY_TITLE.name: BY_TITLE}


def register(order: Order) -> None:
    """Let pages stand in an order of a room's own: by the number that its documents have under ``order.name``.

    Raises ValueError for a name that is taken. Rebuild the index after a release that adds one.
    """
    if order.name in (*_orders, "relevantie", "datum"):
        raise ValueError(f"An order called {order.name} is there already")
    _orders[order.name] = order


def orders() -> Mapping[str, Order]:
    """All of them by name, those of titles first."""
    return _orders


def order_keys(document: SearchDocument) -> dict[str, str]:
    """A key for each order that this page has a place in; equal values stand by title, then the newest page first."""
    last = f"{_title_key(document.title)} {_MAX_ID - min(document.page_id, _MAX_ID):011d}"
    keys = {BY_TITLE.name: last}
    for name, value in document.order_values.items():
        if name in _orders and value is not None:
            keys[name] = f"{_number_key(value, _orders[name].descending)} {last}"
    return keys


def _title_key(title: str) -> str:
    words = (fold(word) for word in title.split())
    return " ".join(word for word in words if word)[:_TITLE_LETTERS]


def _number_key(value: float, descending: bool) -> str:
    exact = Decimal(str(value)).scaleb(_DECIMALS).to_integral_value(ROUND_HALF_UP)
    number = int(max(min(exact, Decimal(_SPAN)), Decimal(-_SPAN)))
    return f"{_SPAN + (-number if descending else number):014d}"
