"""What the place of the network shows: its lines, partners, people and newest findings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.utils.translation import get_language

from accounts.models import Person
from editorial.addresses import localised, site_path
from editorial.publicity import public
from editorial.reading import breadcrumb_of
from research.projects.findings import findings_of_lines
from research.projects.models.line import ProjectLinePage
from research.projects.models.members import LineResearcher
from research.projects.models.roles import LineStatus, PartnerRole

if TYPE_CHECKING:
    from research.projects.models import ProjectIndexPage

NEWEST_FINDINGS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One project line on the page of the network."""

    title: str
    url: str
    question: str
    summary: str
    status: str
    status_label: str
    starts_in: int
    ends_in: int | None
    schools: int


@dataclass(frozen=True, slots=True)
class Participant:
    """One person of the network, with the lines that they work on."""

    person: Person
    lines: Sequence[str]


def network_context(page: ProjectIndexPage) -> dict[str, Any]:
    """Template variables ``breadcrumb``, ``lines``, ``partners``, ``people``, ``findings`` and ``foundations``."""
    rows = public_lines(page)
    line_ids = [row.pk for row in rows]
    insights = findings_of_lines(line_ids) if line_ids else []
    return {
        "breadcrumb": breadcrumb_of(page),
        "lines": [_line(row) for row in rows],
        "partners": page.partners.select_related("organisation"),
        "people": _people_of(line_ids),
        "findings": [finding for finding in insights if finding.is_own][:NEWEST_FINDINGS],
        "foundations": [finding for finding in insights if not finding.is_own][:NEWEST_FINDINGS],
    }


def public_lines(page: ProjectIndexPage) -> list[Any]:
    """The published lines below ``page`` in the order of the tree, each with ``school_count``; one query."""
    if page.pk is None:
        return []
    schools = Count("organisations", filter=Q(organisations__role=PartnerRole.SCHOOL), distinct=True)
    lines = public(ProjectLinePage.objects.child_of(page))
    return list(lines.annotate(school_count=schools).order_by("path"))


def _line(row: Any) -> Line:
    return Line(
        title=row.title,
        url=localised(site_path(row.url_path), get_language() or "nl"),
        question=row.question,
        summary=row.summary,
        status=row.status,
        status_label=str(LineStatus(row.status).label),
        starts_in=row.starts_on.year,
        ends_in=row.ends_on.year if row.ends_on else None,
        schools=row.school_count,
    )


def _people_of(line_ids: Collection[int]) -> list[Participant]:
    """Everyone who works on one of these lines, by name; one query."""
    rows = LineResearcher.objects.filter(page__in=line_ids).select_related("person__organisation", "page")
    by_person: dict[int, tuple[Person, list[str]]] = {}
    for row in rows.order_by("person__family_name", "person__given_name", "page__path"):
        by_person.setdefault(row.person_id, (row.person, []))[1].append(row.page.title)
    return [Participant(person, titles) for person, titles in by_person.values()]
