"""Which column of a file is which field."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from organisations.models import OrganisationKind

#: Field → how its column may be called, folded.
NAMES: dict[str, frozenset[str]] = {
    "kind": frozenset({"soort", "kind", "type"}),
    "name": frozenset({"naam", "name", "instellingsnaam", "organisatie", "schoolnaam", "vestigingsnaam"}),
    "code": frozenset({"code", "brin", "brincode", "brinnummer", "vestigingscode", "vestigingsnummer"}),
    "board": frozenset({"bestuur", "schoolbestuur", "bevoegdgezag", "bestuursnaam", "bestuurscode", "bestuursnummer"}),
    "municipality": frozenset({"gemeente", "gemeentenaam", "gemeentecode", "municipality", "cbscode"}),
    "website": frozenset({"website", "internetadres", "url", "web"}),
}
#: Without these nothing can be told of a row; either of name and code will do for the second.
REQUIRED = "kind"

_KINDS: dict[str, OrganisationKind] = {
    "school": OrganisationKind.SCHOOL,
    "basisschool": OrganisationKind.SCHOOL,
    "bestuur": OrganisationKind.BOARD,
    "schoolbestuur": OrganisationKind.BOARD,
    "kinderopvang": OrganisationKind.CHILDCARE,
    "kinderopvangorganisatie": OrganisationKind.CHILDCARE,
    "kennisinstelling": OrganisationKind.KNOWLEDGE,
    "gemeente": OrganisationKind.MUNICIPALITY,
    "gemeentelijkedienst": OrganisationKind.MUNICIPAL_SERVICE,
    "partner": OrganisationKind.PARTNER,
    "partnervandealliantie": OrganisationKind.PARTNER,
}


def folded(text: str) -> str:
    """Letters and digits only, without accents and capitals: how names are compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if character.isalnum())


def field_of(heading: str) -> str | None:
    """The field that a column with this heading holds, if any."""
    wanted = folded(heading)
    return next((field for field, names in NAMES.items() if wanted in names), None)


def fields_of(headings: Sequence[str]) -> list[str | None]:
    """The field of each column."""
    return [field_of(heading) for heading in headings]


def kind_of(text: str) -> OrganisationKind | None:
    """The kind that a cell names: by its code or in words."""
    if text in OrganisationKind.values:
        return OrganisationKind(text)
    return _KINDS.get(folded(text))
