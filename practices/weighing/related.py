"""What stands in relation to the pages of a comparison: research that supports or contradicts, and practice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from editorial.models import PageRelation, RelationKind
from editorial.publicity import is_public
from editorial.reading import content_kind_of, page_url

#: What helps to weigh; the first kind first.
_KINDS = ("insight", "intervention", "practice")


@dataclass(frozen=True, slots=True)
class Related:
    """One page beside the compared one; ``relation`` says which way it points: ``wordt onderbouwd door``."""

    relation: str
    kind: str
    title: str
    url: str


def related_of_pages(page_ids: Collection[int]) -> dict[int, tuple[Related, ...]]:
    """Per page its public relations, research first; one query for all pages."""
    rows = PageRelation.objects.filter(Q(source_id__in=page_ids) | Q(target_id__in=page_ids))
    found: dict[int, dict[tuple[str, int], Related]] = {}
    said: set[tuple[int, int]] = set()
    for row in sorted(rows.select_related("source", "target"), key=_says_least_last):
        kind = RelationKind(row.kind)
        pair = (min(row.source_id, row.target_id), max(row.source_id, row.target_id))
        if kind == RelationKind.RELATED and pair in said:
            continue
        said.add(pair)
        ends = ((row.source_id, row.target, str(kind.label)), (row.target_id, row.source, kind.inverse_label))
        for page_id, other, label in ends:
            if page_id in page_ids and _helps(other):
                known = found.setdefault(page_id, {})
                known.setdefault((label, other.pk), _related(label, other))
    return {page_id: tuple(sorted(known.values(), key=_place)) for page_id, known in found.items()}


def _helps(page: Page) -> bool:
    return is_public(page) and content_kind_of(page) in _KINDS


def _related(label: str, page: Page) -> Related:
    return Related(label, content_kind_of(page), page.title, page_url(page))


def _says_least_last(row: PageRelation) -> tuple[bool, str, int, int]:
    """That two pages belong together is only worth saying where nothing else connects them."""
    return row.kind == RelationKind.RELATED, row.kind, row.sort_order or 0, row.pk


def _place(related: Related) -> int:
    return _KINDS.index(related.kind)
