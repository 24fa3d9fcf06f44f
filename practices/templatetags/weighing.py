"""Parts of the table that compares."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.functional import Promise

from editorial.evidence import PracticeEvidence
from practices.models import InterventionFigure
from practices.weighing.choosing import Chosen, chosen_elsewhere
from practices.weighing.columns import Column
from practices.weighing.figures_beside import FiguresBeside
from practices.weighing.selection import PARAMETER
from search.request import SearchRequest
from search.results import Hit

register = template.Library()


@register.simple_tag
def figure_of(figures: FiguresBeside, column: Column) -> InterventionFigure | None:
    """The figures to show of an intervention; None of a practice, and where the chosen edition gives none."""
    return figures.by_page.get(column.page.pk)


@register.filter
def practice_criteria(code: str) -> Promise | str:
    """What a school's word for how it knows says, and what it does not."""
    return PracticeEvidence(code).criteria if code in PracticeEvidence.values else ""


@register.filter
def is_chosen_in(hit: Hit, carried: Sequence[tuple[str, str]]) -> bool:
    """Whether a result is among what the address carries along to compare."""
    return (PARAMETER, str(hit.page_id)) in carried


@register.simple_tag
def chosen_out_of_sight(search: SearchRequest, hits: Sequence[Hit]) -> list[Chosen]:
    """What was chosen to compare and does not stand among these results."""
    return chosen_elsewhere(search, {hit.page_id for hit in hits})
