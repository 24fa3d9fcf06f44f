"""What the page of a project line shows besides its own texts, in three queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

from accounts.models import Person
from editorial.reading import RelatedPage
from organisations.models import Organisation
from research.projects.findings import findings_of_lines
from research.projects.models.roles import PartnerRole, ResearchRole

if TYPE_CHECKING:
    from research.projects.models import ProjectLinePage

#: Related pages that the line shows under headings of its own; insights stand among the findings.
_PRACTICAL = frozenset({"practice", "intervention", "step_plan"})


@dataclass(frozen=True, slots=True)
class Partner:
    """One organisation as what it takes part."""

    organisation: Organisation
    role: str
    role_label: str | Promise


@dataclass(frozen=True, slots=True)
class Researcher:
    """One person of a line and what they do there."""

    person: Person
    role_label: str | Promise


def line_context(line: ProjectLinePage, relations: Sequence[RelatedPage]) -> dict[str, Any]:
    """Template variables ``partners``, ``schools``, ``researchers``, ``findings``, ``foundations``, ``practical`` and
    ``leerlabs``.

    ``relations`` holds what is left of the relations of the page. They were public pages only before, so that
    nothing of a closed Leerlab is among them.
    """
    organisations = _organisations_of(line)
    insights = findings_of_lines([line.pk]) if line.pk else []
    apart = _PRACTICAL | {"insight", "leerlab"}
    return {
        "partners": [entry for entry in organisations if entry.role != PartnerRole.SCHOOL],
        "schools": [entry.organisation for entry in organisations if entry.role == PartnerRole.SCHOOL],
        "researchers": researchers_of(line),
        "findings": [finding for finding in insights if finding.is_own],
        "foundations": [finding for finding in insights if not finding.is_own],
        "practical": [page for page in relations if page.content_kind in _PRACTICAL],
        "leerlabs": [page for page in relations if page.content_kind == "leerlab"],
        "relations": tuple(page for page in relations if page.content_kind not in apart),
    }


def _organisations_of(line: ProjectLinePage) -> list[Partner]:
    rows = line.organisations.select_related("organisation__municipality")
    return [Partner(row.organisation, row.role, PartnerRole(row.role).label) for row in rows]


def researchers_of(line: ProjectLinePage) -> list[Researcher]:
    """The people of a line, in the order that its editor gave."""
    rows = line.researchers.select_related("person__organisation")
    return [Researcher(row.person, ResearchRole(row.role).label) for row in rows]
