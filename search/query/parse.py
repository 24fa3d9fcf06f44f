"""From the parameters of an address to a :class:`~search.request.SearchRequest`: pure, bounded, total."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.facets import FACET_NAMES
from search.orders import orders
from search.query.levels import derive_levels
from search.query.quotes import joined, segments
from search.request import MAX_QUERY_LENGTH, MAX_VALUES_PER_FACET, SearchRequest, Sort

MAX_VALUE_LENGTH = 100
FIRST_YEAR, LAST_YEAR = 1900, 2100
#: Beside the orders that rooms register.
SORTS: Mapping[str, Sort] = {"relevantie": "relevance", "datum": "date"}
LEVEL_FACET = "niveau"

Parameters = Mapping[str, Sequence[str]] | MultiValueDict[str, str]


class InvalidSearch(ValueError):
    """What was asked makes no sense; ``field`` is the parameter, the message is for the visitor."""

    def __init__(self, field: str, message: str | Promise) -> None:
        super().__init__(message)
        self.field = field
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


def parse(parameters: Parameters) -> SearchRequest:
    """The search that these parameters ask for. Raises :class:`InvalidSearch` and nothing else.

    Parameters that are unknown are ignored; values of filters that nothing has are kept and find nothing.
    """
    given = dict(parameters.lists()) if isinstance(parameters, MultiValueDict) else parameters
    typed = _text("q", _last(given, "q"))
    if len(typed) > MAX_QUERY_LENGTH:
        raise InvalidSearch(
            "q", _("Je zoekvraag is te lang: gebruik hoogstens %(max)d tekens.") % {"max": MAX_QUERY_LENGTH}
        )
    literal = _last(given, "letterlijk") == "1"
    filters = {name: values for name in FACET_NAMES if (values := _values(name, given.get(name, ())))}
    query, levels = (typed, ()) if literal else _without_levels(typed)
    if levels:
        filters[LEVEL_FACET] = tuple(dict.fromkeys((*levels, *filters.get(LEVEL_FACET, ()))))
    year_from, year_to = _year("van", given), _year("tot", given)
    if year_from and year_to and year_from > year_to:
        raise InvalidSearch("van", _("Het beginjaar ligt na het eindjaar."))
    return SearchRequest(
        query=query,
        filters=filters,
        derived=tuple((LEVEL_FACET, code) for code in levels),
        typed=typed,
        year_from=year_from,
        year_to=year_to,
        sort=_sort(_last(given, "sorteer")),
        literal=literal,
        page=_page(_last(given, "pagina")),
    )


def _without_levels(typed: str) -> tuple[str, tuple[str, ...]]:
    """The query without what became a filter; nothing between quotation marks does."""
    levels: list[str] = []
    kept = []
    for piece in segments(typed):
        if piece.quoted:
            kept.append(piece)
            continue
        remaining, found = derive_levels(piece.text)
        levels.extend(found)
        if remaining.strip():
            kept.append(piece._replace(text=remaining))
    return (joined(kept) if levels else typed), tuple(dict.fromkeys(levels))


def _last(given: Mapping[str, Sequence[str]], name: str) -> str:
    values = given.get(name, ())
    return values[-1] if values else ""


def _text(field: str, value: str) -> str:
    """``value`` composed and with single spaces; refused when it holds what no text can."""
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise InvalidSearch(field, _("Deze tekens kunnen we niet lezen. Typ je zoekvraag opnieuw."))
    spaced = "".join(" " if unicodedata.category(character) == "Cc" else character for character in value)
    return " ".join(unicodedata.normalize("NFC", spaced).split())


def _values(facet: str, values: Sequence[str]) -> tuple[str, ...]:
    if len(values) > MAX_VALUES_PER_FACET:
        raise InvalidSearch(
            facet, _("Je koos te veel filters: hoogstens %(max)d per soort.") % {"max": MAX_VALUES_PER_FACET}
        )
    cleaned = tuple(dict.fromkeys(text for value in values if (text := _text(facet, value))))
    if any(len(value) > MAX_VALUE_LENGTH for value in cleaned):
        raise InvalidSearch(facet, _("Dit filter kennen we niet."))
    return cleaned


def _year(field: str, given: Mapping[str, Sequence[str]]) -> int | None:
    text = _text(field, _last(given, field))
    if not text:
        return None
    if not re.fullmatch("[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise InvalidSearch(field, _("Geef een jaartal van vier cijfers, zoals 2021."))
    return int(text)


def _sort(text: str) -> Sort:
    if not text:
        return "relevance"
    if text in orders():
        return text
    if text not in SORTS:
        raise InvalidSearch("sorteer", _("In die volgorde kunnen we niet sorteren."))
    return SORTS[text]


def _page(text: str) -> int:
    if not text:
        return 1
    if not re.fullmatch("[0-9]{1,9}", text) or int(text) == 0:
        raise InvalidSearch("pagina", _("Dit is geen paginanummer."))
    return int(text)
