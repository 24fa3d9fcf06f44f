"""The facets of the public search: their names in addresses and in the index, in the order they are shown.

What all kinds share stands here. A room adds facets of its own with :func:`register` when it is ready; from then on
they are filtered, counted and shown like the others, and both engines keep them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with counts. ``name`` is the parameter in addresses, in the JSON API and in the index."""

    name: str
    label: Promise
    #: Upper bound of values that are counted; every vocabulary stays below it (a check says so).
    size: int = 200
    #: Offered only where everything that is listed is of this type; empty: everywhere.
    of_type: str = ""
    #: A template that explains the values, shown with the filter; empty: they speak for themselves.
    explained_by: str = ""


_facets: list[Facet] = [
    Facet("type", _("Soort")),
    Facet("thema", _("Thema")),
    Facet("niveau", _("Niveau en groep")),
    Facet("vak", _("Vak of leergebied")),
    Facet("doelgroep", _("Voor wie")),
    Facet("regio", _("Regio")),
    Facet("categorie", _("Categorie menukaart")),
    Facet("bewijs", _("Onderbouwing")),
    Facet("licentie", _("Licentie")),
]


def register(facet: Facet, before: str = "licentie") -> None:
    """Add a facet, shown before another one. Raises ValueError for a name that is taken.

    Call it when the app is ready, and rebuild the index after a release that adds one.
    """
    if facet.name in FACET_NAMES:
        raise ValueError(f"A facet called {facet.name} is there already")
    _facets.insert(FACET_NAMES.index(before), facet)


class _Live(Sequence[T], Generic[T]):
    """What rooms registered so far, also for who imported the name before they did."""

    def __init__(self, of: Callable[[Facet], T]) -> None:
        self._of = of

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return [self._of(facet) for facet in _facets][index]

    def __iter__(self) -> Iterator[T]:
        return (self._of(facet) for facet in tuple(_facets))

    def __len__(self) -> int:
        return len(_facets)


def _itself(facet: Facet) -> Facet:
    return facet


def _name(facet: Facet) -> str:
    return facet.name


FACETS: Sequence[Facet] = _Live(_itself)
FACET_NAMES: Sequence[str] = _Live(_name)
