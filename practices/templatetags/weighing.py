"""Parts of the table that compares."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise

from editorial.evidence import PracticeEvidence
from practices.models import InterventionFigure
from practices.weighing.columns import Column
from practices.weighing.figures_beside import FiguresBeside

register = template.Library()


@register.simple_tag
def figure_of(figures: FiguresBeside, column: Column) -> InterventionFigure | None:
    """The figures to show of an intervention; None of a practice, and where the chosen edition gives none."""
    return figures.by_page.get(column.page.pk)


@register.filter
def practice_criteria(code: str) -> Promise | str:
    """What a school's word for how it knows says, and what it does not."""
    return PracticeEvidence(code).criteria if code in PracticeEvidence.values else ""
