"""What a reader sees of a publication besides its own fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from editorial.publicity import is_public
from editorial.reading import page_url
from research.models import InsightPage
from research.publications.versions import files_in, versions_of


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """An author as an earlier version named them; their record may be another one by now, or gone."""

    given_name: str
    particle: str
    family_name: str
    orcid: str

    @property
    def name(self) -> str:
        """The name as one says it."""
        return " ".join(part for part in (self.given_name, self.particle, self.family_name) if part)


@dataclass(frozen=True, slots=True)
class KeptAuthor:
    """One author of an earlier version, with where they worked at that time."""

    person: KeptPerson
    affiliation: str

    @classmethod
    def named(cls, author: dict[str, str]) -> KeptAuthor:
        """From how the form keeps one."""
        return cls(
            KeptPerson(author["given"], author["particle"], author["family"], author["orcid"]), author["affiliation"]
        )

    @classmethod
    def of(cls, kept: dict[str, str]) -> KeptAuthor:
        """From how a version keeps it."""
        person = KeptPerson(kept["given_name"], kept["particle"], kept["family_name"], kept["orcid"])
        return cls(person, kept["affiliation"])


def publication_context(page: InsightPage) -> dict[str, Any]:
    """Template variables of an insight: ``project_url``, ``concept_url``, ``files`` and ``versions``.

    No query for a page with one version and no files; otherwise one for its versions and two for its files.
    """
    project = page.project if is_public(page.project) else None
    return {
        "project_url": page_url(project) if project else "",
        "files": files_in(page),
        "versions": versions_of(page),
        "concept_url": page_url(page),
    }
