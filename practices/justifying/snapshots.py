"""The figures and sources of an intervention as they are now, copied so that they stay what they were."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypedDict

from django.db.models import Q
from wagtail.models import Page

from citing.items import CslItem, item_for
from editorial.models.relation import PageRelation
from editorial.publicity import is_public
from practices.justifying.models import Justification
from practices.models import InterventionFigure, InterventionPage

#: More related insights than this no verantwoording needs.
MOST_SOURCES = 20


class FigureCopy(TypedDict):
    """What one edition said of one intervention; None where it gave no figure."""

    edition: str
    source: str
    name: str
    as_of: str
    url: str
    attribution: str
    months: int | None
    strength: int | None
    cost: int | None
    cost_inferred: bool
    note: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A source that says something else now. ``old`` is None when it said nothing before."""

    source: str
    old: FigureCopy | None
    new: FigureCopy


def figures_of(page: InterventionPage) -> list[FigureCopy]:
    """Of each source the latest edition that gives any figure, the menukaart first. One query."""
    return figures_of_pages({page.pk}).get(page.pk, [])


def figures_of_pages(page_ids: Collection[int]) -> dict[int, list[FigureCopy]]:
    """The same of several pages, by their key. One query."""
    latest: dict[int, dict[str, InterventionFigure]] = {}
    rows = InterventionFigure.objects.filter(page_id__in=page_ids).select_related("edition")
    for row in sorted(rows, key=lambda row: (row.edition.as_of, row.edition.pk)):
        if not row.is_empty:
            latest.setdefault(row.page_id, {})[row.edition.source] = row
    return {
        page_id: [_copy(row) for row in sorted(found.values(), key=_menukaart_first)]
        for page_id, found in latest.items()
    }


def sources_of(page: InterventionPage) -> list[CslItem]:
    """What the public research that hangs together with it is cited as, by title."""
    rows = PageRelation.objects.filter(Q(source_id=page.pk) | Q(target_id=page.pk)).select_related("source", "target")
    others = {row.target if row.source_id == page.pk else row.source for row in rows}
    public = [other for other in others if is_public(other)]
    pages = Page.objects.filter(pk__in=[other.pk for other in public]).specific()
    insights = [one for one in pages if getattr(one, "content_kind", "") == "insight"]
    return [item_for(one) for one in sorted(insights, key=lambda one: one.title)[:MOST_SOURCES]]


def differences(justification: Justification) -> list[Difference]:
    """Where sources say something else now than in the copy, without what was left as it is. One query."""
    if justification.page is None:
        return []
    return differences_between(justification.figures, figures_of(justification.page), justification.left_alone)


def differences_between(kept: list[Any], now: list[FigureCopy], left_alone: list[str]) -> list[Difference]:
    """The same, of figures that were read already. An edition older than the one kept changes nothing."""
    old = {figure["source"]: figure for figure in kept}
    return [
        Difference(figure["source"], old.get(figure["source"]), figure)
        for figure in now
        if _says_otherwise(old.get(figure["source"]), figure) and fingerprint(figure) not in left_alone
    ]


def fingerprint(figure: FigureCopy) -> str:
    """The same for the same figures of the same edition, and for no others."""
    return f"{figure['edition']}:{figure['months']}:{figure['strength']}:{figure['cost']}"


def digest_of(found: list[Difference]) -> str:
    """What a form sends back, so that one decides about the figures that one saw."""
    return hashlib.sha256("|".join(fingerprint(one.new) for one in found).encode()).hexdigest()[:32]


def _says_otherwise(old: FigureCopy | None, new: FigureCopy) -> bool:
    if old is None:
        return True
    is_newer = new["as_of"] >= old["as_of"]
    return is_newer and any(new[key] != old[key] for key in ("months", "strength", "cost"))


def _menukaart_first(row: InterventionFigure) -> tuple[bool, str]:
    return not row.edition.is_menukaart, row.edition.source


def _copy(row: InterventionFigure) -> FigureCopy:
    edition = row.edition
    return FigureCopy(
        edition=edition.code,
        source=edition.source,
        name=edition.name,
        as_of=edition.as_of.isoformat(),
        url=edition.url,
        attribution=edition.attribution,
        months=row.months,
        strength=row.strength,
        cost=row.cost,
        cost_inferred=row.cost_inferred,
        note=row.note,
    )
