"""The pages of a comparison, each a column: read from the database as everyone may see them, in few queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from django.db.models import Prefetch
from wagtail.models import Page

from editorial.reading import page_url
from practices.models import InterventionFigure, InterventionPage, PracticePage
from practices.weighing.justify_link import justify_url
from practices.weighing.related import Related, related_of_pages
from search import registry
from vocabulary.page_terms import PageTerms, terms_of_pages

Comparable: TypeAlias = InterventionPage | PracticePage


@dataclass(frozen=True, slots=True)
class Column:
    """One page beside the others. Figures are an intervention's only, newest edition first."""

    page: Comparable
    url: str
    terms: PageTerms
    related: tuple[Related, ...] = ()
    figures: tuple[InterventionFigure, ...] = field(default=())
    justify_url: str = ""

    @property
    def kind(self) -> str:
        """``intervention`` or ``practice``."""
        return self.page.content_kind

    @property
    def is_intervention(self) -> bool:
        """Whether it has figures of the menukaart, and the scale of evidence that goes with those."""
        return isinstance(self.page, InterventionPage)


def columns_of(page_ids: Sequence[int]) -> tuple[Column, ...]:
    """The interventions and practices among these ids that everyone may see, in the order of the ids.

    At most eight queries, however many pages.
    """
    public = set(registry.indexable(Page.objects.filter(pk__in=page_ids)).values_list("pk", flat=True))
    wanted = [page_id for page_id in page_ids if page_id in public]
    if not wanted:
        return ()
    pages = {page.pk: page for page in [*_interventions(wanted), *_practices(wanted)]}
    terms = _terms(pages.values())
    related = related_of_pages(pages)
    return tuple(_column(pages[pk], terms[pk], related.get(pk, ())) for pk in wanted if pk in pages)


def _column(page: Comparable, terms: PageTerms, related: tuple[Related, ...]) -> Column:
    if isinstance(page, PracticePage):
        return Column(page, page_url(page), terms, related)
    figures = sorted(page.figures.all(), key=lambda figure: figure.edition.as_of, reverse=True)
    return Column(page, page_url(page), terms, related, tuple(figures), justify_url(page.pk))


def _interventions(page_ids: Sequence[int]) -> Iterable[InterventionPage]:
    figures = Prefetch("figures", InterventionFigure.objects.select_related("edition"))
    return InterventionPage.objects.filter(pk__in=page_ids).prefetch_related(figures)


def _practices(page_ids: Sequence[int]) -> Iterable[PracticePage]:
    return PracticePage.objects.filter(pk__in=page_ids).select_related(*PracticePage.detail_select_related)


def _terms(pages: Iterable[Comparable]) -> dict[int, PageTerms]:
    by_model: dict[type[Comparable], list[int]] = {}
    for page in pages:
        by_model.setdefault(type(page), []).append(page.pk)
    return {pk: terms for model, ids in by_model.items() for pk, terms in terms_of_pages(model, ids).items()}
