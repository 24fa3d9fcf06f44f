"""Parts of the table that compares."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

from editorial.evidence import PracticeEvidence
from practices.models import InterventionFigure
from practices.weighing.columns import Column
from practices.weighing.figures_beside import FiguresBeside

register = template.Library()


@register.simple_tag
def compare_row(name: str) -> SafeString:
    """Begins a row; the roles keep it a row of a table where a small screen stacks it."""
    return format_html('<tr role="row"><th role="rowheader" scope="row" class="compare__row">{}</th>', name)


@register.simple_tag
def compare_cell(column: Column) -> SafeString:
    """Begins a cell, with the name of its column for where the columns are stacked."""
    return format_html(
        '<td role="cell" class="compare__cell kind-{}"><p class="compare__of" lang="nl" aria-hidden="true">{}</p>',
        column.kind,
        column.page.title,
    )


@register.simple_tag
def figure_of(figures: FiguresBeside, column: Column) -> InterventionFigure | None:
    """The figures to show of an intervention; None of a practice, and where the chosen edition gives none."""
    return figures.by_page.get(column.page.pk)


@register.filter
def practice_criteria(code: str) -> Promise | str:
    """What a school's word for how it knows says, and what it does not."""
    return PracticeEvidence(code).criteria if code in PracticeEvidence.values else ""
