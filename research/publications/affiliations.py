"""Which institute is meant by the words that stand with authors, and where a person's pages say they worked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import Person
from editorial.models import PageAuthor
from research.publications.models import Affiliation


@dataclass(frozen=True, slots=True)
class Authorship:
    """A page of a person with the affiliation that stands there; ``institute`` is None where nobody said which."""

    page_id: int
    title: str
    affiliation: str
    institute: Affiliation | None


def authorships_of(person: Person) -> list[Authorship]:
    """All pages with this person among their authors, the newest first; two queries."""
    rows = list(PageAuthor.objects.filter(person=person).select_related("page").order_by("-page_id"))
    known = institutes_called(row.affiliation for row in rows)
    return [Authorship(row.page_id, row.page.title, row.affiliation, known.get(row.affiliation)) for row in rows]


def institutes_called(names: Iterable[str]) -> dict[str, Affiliation]:
    """What is known of the institutes with these names; one query, none for no names."""
    wanted = {name for name in names if name}
    found = Affiliation.objects.filter(name__in=wanted) if wanted else Affiliation.objects.none()
    return {institute.name: institute for institute in found}
