"""What stands on the site under one person's name, in three queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType

from accounts.models import Person
from editorial.models import PageAuthor
from editorial.publicity import is_public
from editorial.reading import content_kind_of, page_url
from research.models import InsightPage
from research.projects.findings import Finding, findings
from research.projects.models import LineResearcher, ProjectLinePage


@dataclass(frozen=True, slots=True)
class LineOfPerson:
    """A project line, and what the person does in it."""

    title: str
    url: str
    question: str
    role: str
    status: str


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page of another kind than an insight, of which the person is an author."""

    title: str
    url: str
    content_kind: str
    published_on: date | None


@dataclass(frozen=True, slots=True)
class Work:
    """Everything public of one person."""

    lines: Sequence[LineOfPerson]
    insights: Sequence[Finding]
    pages: Sequence[WrittenPage]

    @property
    def is_empty(self) -> bool:
        """Whether this person has no page: nobody but a contact, or all that they wrote is gone."""
        return not (self.lines or self.insights or self.pages)


def work_of(person: Person) -> Work:
    """What everyone may see of this person's work, the newest first."""
    return Work(_lines_of(person), _insights_of(person), _pages_of(person))


def _lines_of(person: Person) -> list[LineOfPerson]:
    rows = LineResearcher.objects.filter(person=person).select_related("page")
    return [_line(row.page, row) for row in rows.order_by("-page__starts_on") if is_public(row.page)]


def _line(line: ProjectLinePage, row: LineResearcher) -> LineOfPerson:
    return LineOfPerson(line.title, page_url(line), line.question, row.get_role_display(), line.get_status_display())


def _insights_of(person: Person) -> list[Finding]:
    written = PageAuthor.objects.filter(person=person).values("page")
    return findings(InsightPage.objects.filter(pk__in=written))


def _pages_of(person: Person) -> list[WrittenPage]:
    insight = ContentType.objects.get_for_model(InsightPage)
    rows = PageAuthor.objects.filter(person=person).exclude(page__content_type=insight)
    return [
        WrittenPage(
            title=row.page.title,
            url=page_url(row.page),
            content_kind=content_kind_of(row.page),
            published_on=row.page.first_published_at.date() if row.page.first_published_at else None,
        )
        for row in rows.select_related("page").order_by("-page__first_published_at")
        if is_public(row.page)
    ]
