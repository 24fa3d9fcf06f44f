"""Looking organisations up in the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from organisations.models import Municipality, Organisation, OrganisationKind

PAGE_SIZE = 24
LONGEST_QUERY = 100
#: Parameters of the address, in their order.
PARAMETERS = ("q", "soort", "gemeente", "lid", "pagina")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader looks for; what makes no sense in an address is left out."""

    words: str = ""
    kind: str = ""
    municipality: str = ""
    members_only: bool = False
    page: int = 1

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.words or self.kind or self.municipality or self.members_only)

    def query(self, page: int) -> str:
        """The query string of another page of the same list."""
        pairs = [
            ("q", self.words),
            ("soort", self.kind),
            ("gemeente", self.municipality),
            ("lid", "ja" if self.members_only else ""),
            ("pagina", str(page) if page > 1 else ""),
        ]
        return urlencode([(name, value) for name, value in pairs if value])


def wanted_from(parameters: Mapping[str, str]) -> Wanted:
    """What an address asks for."""
    kind = parameters.get("soort", "")
    page = parameters.get("pagina", "")
    return Wanted(
        words=" ".join(parameters.get("q", "").replace("\0", "").split())[:LONGEST_QUERY],
        kind=kind if kind in OrganisationKind.values else "",
        municipality=parameters.get("gemeente", "")[:120],
        members_only=bool(parameters.get("lid")),
        page=int(page) if page.isdecimal() and len(page) < 6 else 1,
    )


def found(wanted: Wanted) -> Page[Organisation]:
    """One page of the organisations that are asked for, by name; two queries."""
    return Paginator(_matching(wanted), PAGE_SIZE).get_page(wanted.page)


def municipalities_with_organisations() -> QuerySet[Municipality]:
    """The municipalities that a reader can choose."""
    return Municipality.objects.filter(pk__in=Organisation.objects.values("municipality_id")).order_by("name")


def _matching(wanted: Wanted) -> QuerySet[Organisation]:
    rows = Organisation.objects.select_related("municipality", "board").order_by("name", "pk")
    for word in wanted.words.split():
        rows = rows.filter(name__icontains=word)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.municipality:
        rows = rows.filter(municipality__slug=wanted.municipality)
    if wanted.members_only:
        rows = rows.filter(alliance_since__isnull=False)
    return rows
