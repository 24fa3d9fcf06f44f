"""The authors of a page, as editors have them, in the shape of the form's answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accounts.models import Person
from research.publications.affiliations import institutes_called

#: An author as the form keeps one: name in three parts, ``orcid``, ``affiliation``, ``ror`` and ``person``.
Author = dict[str, str]


def authors_in(content: dict[str, Any], known: Sequence[Author]) -> list[Author]:
    """The authors of a page that was kept as ``content``, in their order.

    One of ``known`` with the same record and the same affiliation comes back as the researcher wrote it, so that what
    nobody changed is equal to what it was. Two queries when there are others, otherwise none.
    """
    rows = sorted(content.get("page_authors") or (), key=lambda row: row.get("sort_order") or 0)
    there = {_key(author["person"], author["affiliation"]): author for author in known}
    new = [row for row in rows if _key(row["person"], row["affiliation"]) not in there]
    people = Person.objects.in_bulk([row["person"] for row in new]) if new else {}
    institutes = institutes_called(row["affiliation"] for row in new)
    found = []
    for row in rows:
        key = _key(row["person"], row["affiliation"])
        if key in there:
            found.append(there[key])
        elif (person := people.get(row["person"])) is not None:
            institute = institutes.get(row["affiliation"])
            found.append(_as_answer(person, row["affiliation"], institute.ror if institute else ""))
    return found


def _key(person: object, affiliation: str) -> tuple[str, str]:
    return str(person), affiliation[:200]


def _as_answer(person: Person, affiliation: str, ror: str) -> Author:
    return {
        "given": person.given_name,
        "particle": person.particle,
        "family": person.family_name,
        "orcid": person.orcid,
        "affiliation": affiliation,
        "ror": ror,
        "person": str(person.pk),
    }
