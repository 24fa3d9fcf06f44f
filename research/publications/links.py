"""What a publication is linked to: other pages, each with a kind of relation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from editorial.models import PageRelation, RelationKind
from editorial.publicity import public
from editorial.reading import content_kind_of, page_url
from research.models import InsightPage

MOST_LINKS = 20
#: Kinds that a researcher may choose; what merely belongs together editors see to.
KINDS = (RelationKind.SUPPORTS, RelationKind.CONTRADICTS, RelationKind.BUILDS_ON, RelationKind.APPLIES)
#: Kinds of pages that a publication can be linked to.
LINKABLE = frozenset({"practice", "intervention", "insight", "step_plan", "policy", "project", "answer"})


@dataclass(frozen=True, slots=True)
class Link:
    """One link as the form shows it."""

    page_id: int
    kind: str
    label: str
    title: str
    url: str
    content_kind: str


def links_in(rows: Iterable[dict[str, Any]]) -> list[Link]:
    """The links of an answer, those to pages that are gone left out; one query."""
    rows = list(rows)
    pages = Page.objects.in_bulk([row["page"] for row in rows])
    return [
        Link(
            page.pk,
            str(row["kind"]),
            str(RelationKind(row["kind"]).label),
            page.title,
            page_url(page),
            content_kind_of(page),
        )
        for row in rows
        if (page := pages.get(row["page"])) is not None
    ]


def linkable(page_id: int) -> Page | None:
    """A public page that may be linked to; None when there is none."""
    page = public(Page.objects.filter(pk=page_id)).first()
    return page if page is not None and content_kind_of(page) in LINKABLE else None


def write_links(page: InsightPage, before: list[dict[str, Any]], now: list[dict[str, Any]]) -> None:
    """Lay the links of ``now`` that are new and take out those of ``before`` that are gone. In memory.

    What editors laid stays, and what they took out does not come back.
    """
    agreed = {(row["page"], row["kind"]) for row in before}
    gone = agreed - {(row["page"], row["kind"]) for row in now}
    kept = [row for row in page.outgoing_relations.all() if (row.target_id, row.kind) not in gone]
    there = {(row.target_id, row.kind) for row in kept}
    existing = set(Page.objects.filter(pk__in=[row["page"] for row in now]).values_list("pk", flat=True))
    for row in now:
        if row["page"] in existing and (row["page"], row["kind"]) not in there | agreed:
            kept.append(PageRelation(target_id=row["page"], kind=row["kind"], sort_order=len(kept)))
    page.outgoing_relations = kept
