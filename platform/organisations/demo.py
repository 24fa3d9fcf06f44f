"""Generated organisations, so that a demo looks like a register: all invented, and marked as examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Protocol

from django.db import transaction

from organisations.models import Municipality, Organisation, OrganisationKind
from organisations.slugs import FreeSlugs

#: Combined they make names that no school has.
_QUALITIES = (
    "Zilveren",
    "Zwevende",
    "Fluisterende",
    "Kromme",
    "Dappere",
    "Veertiende",
    "Gevlekte",
    "Slapende",
    "Paarse",
)
_THINGS = ("Kikkerbrug", "Theepot", "Wolkenfabriek", "Zandloper", "Pannenkoek", "Boomhut", "Trompet", "Lantaarnpaal")
_BOARDS = (
    "Stichting De Lange Adem",
    "Scholengroep Windroos en Zo",
    "Onderwijskring Halve Maan",
    "Stichting Ochtendblauw",
)
_CHILDCARE = ("Kinderopvang Stuiterbal", "Kinderopvang Zeepbel en Co", "Kinderopvang Knikkerzak")
_SCHOOLS_A_MUNICIPALITY = 4
_JOINED_ON = date(2021, 9, 1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An organisation that the demo has."""

    kind: OrganisationKind
    name: str
    code: str = ""
    board: str = ""
    municipality: str = ""
    joined: bool = False


class Counting(Protocol):
    """Keeps count of what a demo load makes."""

    made: int


def load(tally: Counting) -> None:
    """Add the generated organisations, as part of loading the demo."""
    tally.made += load_generated_organisations()


@transaction.atomic
def load_generated_organisations() -> int:
    """Add the generated organisations that are not there yet; how many were added. The second time it adds none.

    Call it once municipalities are loaded: every one gets a few schools, and itself as an organisation.
    """
    known = {(row.kind, row.name): row for row in Organisation.objects.filter(is_example=True)}
    places = {place.name: place for place in Municipality.objects.order_by("name")}
    slugs, added = FreeSlugs(), 0
    for wanted in _wanted(list(places)):
        if (wanted.kind, wanted.name) in known:
            continue
        organisation = Organisation(
            name=wanted.name,
            slug=slugs.take(wanted.name),
            kind=wanted.kind,
            code=wanted.code,
            board=known.get((OrganisationKind.BOARD, wanted.board)),
            municipality=places.get(wanted.municipality),
            alliance_since=_JOINED_ON if wanted.joined else None,
            is_example=True,
        )
        organisation.full_clean()
        organisation.save()
        known[wanted.kind, wanted.name] = organisation
        added += 1
    return added


def _wanted(places: list[str]) -> Iterator[Wanted]:
    """The same ones each time, boards before their schools."""
    for number, name in enumerate(_BOARDS):
        yield Wanted(OrganisationKind.BOARD, name, joined=number % 2 == 0)
    for number, name in enumerate(_CHILDCARE[: len(places)]):
        yield Wanted(OrganisationKind.CHILDCARE, name, municipality=places[number], joined=number == 0)
    names = (f"Basisschool De {quality} {thing}" for thing, quality in product(_THINGS, _QUALITIES))
    for place_number, place in enumerate(places):
        yield Wanted(
            OrganisationKind.MUNICIPALITY, f"Gemeente {place}", municipality=place, joined=place_number % 3 == 0
        )
        for number, name in zip(range(_SCHOOLS_A_MUNICIPALITY), names, strict=False):
            board = _BOARDS[(place_number + number) % len(_BOARDS)]
            code = _code(place_number * _SCHOOLS_A_MUNICIPALITY + number)
            yield Wanted(OrganisationKind.SCHOOL, name, code, board, place, joined=number == 0)


def _code(number: int) -> str:
    """A code that looks like a BRIN: 98AA, 98AB …"""
    first, second = divmod(number, 26)
    return f"98{chr(65 + first)}{chr(65 + second)}"
