"""What project lines have found so far: their insights, read with what a list of findings shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Q, QuerySet

from editorial.models import PageRelation
from editorial.reading import page_url
from editorial.restrictions import is_restricted
from research.models import InsightPage


@dataclass(frozen=True, slots=True)
class Finding:
    """One insight in a list: its first key point, and how sure it is."""

    title: str
    url: str
    key_point: str
    certainty: int
    published_on: date


def findings_of_lines(line_ids: Collection[int], most: int | None = None) -> list[Finding]:
    """Public insights of these lines, the newest first; one query.

    An insight belongs to a line by its own field, or by a relation that either page lays.
    """
    relations = PageRelation.objects.all()
    belongs = (
        Q(project__in=line_ids)
        | Q(pk__in=relations.filter(target__in=line_ids).values("source"))
        | Q(pk__in=relations.filter(source__in=line_ids).values("target"))
    )
    return findings(InsightPage.objects.filter(belongs), most)


def findings(insights: QuerySet[InsightPage], most: int | None = None) -> list[Finding]:
    """Of these insights the public ones, the newest first; one query."""
    rows = insights.filter(live=True).order_by("-publication_date", "-pk")
    shown = (_finding(page) for page in rows if not is_restricted(page.path))
    return list(islice(shown, most))


def _finding(page: InsightPage) -> Finding:
    return Finding(
        title=page.title,
        url=page_url(page),
        key_point=str(page.key_points[0].value) if page.key_points else page.summary,
        certainty=page.certainty,
        published_on=page.publication_date,
    )
