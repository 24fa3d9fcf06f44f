"""What rooms add to the search: facets and orders with names of their own."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext_lazy as _

from search import facets, orders
from search.documents import SearchDocument
from search.facets import FACET_NAMES, Facet
from search.orders import Order, order_keys
from search.views.results import PARAMETERS


def test_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(ValueError, match="thema"):
        facets.register(Facet("thema", _("Thema")))
    with pytest.raises(ValueError, match="datum"):
        orders.register(Order("datum", "nieuwste"))
    with pytest.raises(ValueError, match="titel"):
        orders.register(Order("titel", "alfabet"))


def test_every_facet_makes_another_page_for_the_cache() -> None:
    assert set(FACET_NAMES) <= set(PARAMETERS)


def test_a_page_has_no_key_for_an_order_that_nobody_registered() -> None:
    page = SearchDocument(page_id=1, type="x", title="Titel", path="/", order_values={"onbekend": 3.0})

    assert set(order_keys(page)) == {"titel"}
