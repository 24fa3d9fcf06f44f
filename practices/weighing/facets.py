"""Filtering and sorting by the figures of the menukaart, for the one search."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.evidence import COST_LABELS, STRENGTH_LABELS
from practices.models import InterventionFigure, InterventionPage
from search import labels, orders
from search.facets import Facet
from search.facets import register as register_facet
from search.orders import Order

MONTHS, STRENGTH, COST = "leerwinst", "sterkte", "kosten"
BY_MONTHS, BY_STRENGTH, BY_COST = "leerwinst", "bewijs", "kosten"
#: A source that gives nothing is a value of its own: neither low nor zero.
NOT_GIVEN = "niet-gegeven"

#: Code, its label, and the lowest number of months that belongs to it; the highest first.
_BANDS: tuple[tuple[str, Promise, int], ...] = (
    ("7-of-meer", _("7 maanden of meer"), 7),
    ("5-6", _("5 of 6 maanden"), 5),
    ("3-4", _("3 of 4 maanden"), 3),
    ("0-2", _("0 tot en met 2 maanden"), 0),
)
_BELOW_ZERO = "onder-nul"


def months_band(months: int | None) -> str:
    """The code of the filter's value that a number of months falls in."""
    if months is None:
        return NOT_GIVEN
    return next((code for code, _label, least in _BANDS if months >= least), _BELOW_ZERO)


def facets_of(headline: InterventionFigure | None) -> dict[str, list[str]]:
    """The codes of an intervention with these figures at its top."""
    months, strength, cost = _figures(headline)
    return {MONTHS: [months_band(months)], STRENGTH: [_code(strength)], COST: [_code(cost)]}


def order_values_of(headline: InterventionFigure | None) -> dict[str, float | None]:
    """What it is sorted by; what a source does not give comes last, whichever way."""
    months, strength, cost = _figures(headline)
    return {BY_MONTHS: months, BY_STRENGTH: strength, BY_COST: cost}


def register() -> None:
    """Add filters and orders to the search; called once, when the app is ready."""
    kind = InterventionPage.content_kind
    explained = "practices/weighing/explained/{}.html"
    register_facet(Facet(MONTHS, _("Leerwinst in maanden"), of_type=kind, explained_by=explained.format("months")))
    register_facet(Facet(STRENGTH, _("Bewijs"), of_type=kind, explained_by=explained.format("strength")))
    register_facet(Facet(COST, _("Kosten"), of_type=kind, explained_by=explained.format("cost")))
    not_given = {NOT_GIVEN: _("niet gegeven")}
    bands = {code: label for code, label, _least in _BANDS}
    labels.register(MONTHS, {**bands, _BELOW_ZERO: _("minder dan 0 maanden"), **not_given})
    labels.register(STRENGTH, {**_by_code(STRENGTH_LABELS, downwards=True), **not_given})
    labels.register(COST, {**_by_code(COST_LABELS), **not_given})
    orders.register(Order(BY_MONTHS, _("meeste leerwinst"), descending=True))
    orders.register(Order(BY_STRENGTH, _("sterkste bewijs"), descending=True))
    orders.register(Order(BY_COST, _("laagste kosten")))


def _figures(headline: InterventionFigure | None) -> tuple[int | None, int | None, int | None]:
    return (headline.months, headline.strength, headline.cost) if headline else (None, None, None)


def _code(value: int | None) -> str:
    return NOT_GIVEN if value is None else str(value)


def _by_code(scale: dict[int, Promise], downwards: bool = False) -> dict[str, Promise]:
    return {str(step): scale[step] for step in sorted(scale, reverse=downwards)}
