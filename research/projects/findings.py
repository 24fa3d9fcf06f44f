"""What project lines have found so far: their insights, read with what a list of findings shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from editorial.models import PageRelation
from editorial.publicity import public
from editorial.reading import page_url
from research.models import InsightPage


@dataclass(frozen=True, slots=True)
class Finding:
    """One insight in a list: its first key point, and how sure it is."""

    title: str
    url: str
    key_point: str
    certainty: int
    published_on: date
    #: Found by the line itself; others are what it builds on.
    is_own: bool


def findings_of_lines(line_ids: Collection[int]) -> list[Finding]:
    """Public insights of these lines, the newest first; one query.

    An insight is a line's own by its field. One that a relation ties to the line is research it builds on.
    """
    relations = PageRelation.objects.all()
    belongs = (
        Q(project__in=line_ids)
        | Q(pk__in=relations.filter(target__in=line_ids).values("source"))
        | Q(pk__in=relations.filter(source__in=line_ids).values("target"))
    )
    return findings(InsightPage.objects.filter(belongs), line_ids)


def findings(insights: QuerySet[InsightPage], line_ids: Collection[int] = ()) -> list[Finding]:
    """Of these insights the public ones, the newest first; one query. Those of ``line_ids`` are a line's own."""
    rows = public(insights).order_by("-publication_date", "-pk")
    return [_finding(page, page.project_id in line_ids) for page in rows]


def _finding(page: InsightPage, is_own: bool) -> Finding:
    return Finding(
        title=page.title,
        url=page_url(page),
        key_point=str(page.key_points[0].value) if page.key_points else page.summary,
        certainty=page.certainty,
        published_on=page.publication_date,
        is_own=is_own,
    )
