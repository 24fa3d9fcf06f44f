"""The facets of the public search: their names in addresses and in the index, in the order they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with counts. ``name`` is the parameter in addresses, in the JSON API and in the index."""

    name: str
    label: Promise
    #: Upper bound of values that are counted; every vocabulary stays below it (a check says so).
    size: int = 200


FACETS: tuple[Facet, ...] = (
    Facet("type", _("Soort")),
    Facet("thema", _("Thema")),
    Facet("niveau", _("Niveau en groep")),
    Facet("vak", _("Vak of leergebied")),
    Facet("doelgroep", _("Voor wie")),
    Facet("regio", _("Regio")),
    Facet("categorie", _("Categorie menukaart")),
    Facet("bewijs", _("Onderbouwing")),
    Facet("licentie", _("Licentie")),
)

FACET_NAMES: tuple[str, ...] = tuple(facet.name for facet in FACETS)
