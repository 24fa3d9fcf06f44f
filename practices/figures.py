"""Choosing among the figures of several editions and sources."""

from __future__ import annotations

from collections.abc import Iterable

from practices.models import Category, Edition, InterventionFigure


def headline_figure(figures: Iterable[InterventionFigure]) -> InterventionFigure | None:
    """The figures that stand at the top: the latest edition of the menukaart that gives any, else of another source.

    The menukaart goes first because Dutch schools account for their choices by it; the other sources stand
    beside it on the page, never mixed with it.
    """
    given = [figure for figure in figures if not figure.is_empty]
    return max(given, key=lambda figure: (figure.edition.is_menukaart, figure.edition.as_of), default=None)


def latest_edition() -> Edition | None:
    """The latest edition of the menukaart; None when no edition of it is loaded. One query."""
    return Edition.objects.filter(is_menukaart=True).order_by("-as_of", "-pk").first()


def category_of(figures: Iterable[InterventionFigure]) -> Category | None:
    """The category of the latest edition that gives one."""
    placed = [figure for figure in figures if figure.category]
    latest = max(placed, key=lambda figure: figure.edition.as_of, default=None)
    return Category(latest.category) if latest else None
