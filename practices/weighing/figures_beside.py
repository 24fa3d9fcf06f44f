"""Figures beside each other: of one edition where there is one for all, and a word where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from practices.figures import headline_figure
from practices.models import Edition, InterventionFigure
from practices.weighing.columns import Column

#: In addresses: of every intervention the edition that stands at the top of its page.
NEWEST_OF_EACH = "nieuwste"


@dataclass(frozen=True, slots=True)
class FiguresBeside:
    """The figures to show per page id, the edition they are of, and what a reader has to know of that.

    ``edition`` is None when every intervention shows its own newest one.
    """

    by_page: dict[int, InterventionFigure]
    edition: Edition | None
    editions: tuple[Edition, ...]
    caution: str = ""

    def knows(self, wanted: str) -> bool:
        """Whether ``wanted`` is a way to show these figures, or no wish at all."""
        return wanted in ("", NEWEST_OF_EACH) or any(edition.code == wanted for edition in self.editions)


def figures_beside(columns: Sequence[Column], wanted: str = "") -> FiguresBeside:
    """The figures of the edition ``wanted``, otherwise of the best one that all interventions have figures in.

    The menukaart goes before other sources and a later edition before an earlier one. Without an edition for all
    each shows its own newest, and the caution says so.
    """
    interventions = [column for column in columns if column.is_intervention]
    given = {column.page.pk: [one for one in column.figures if not one.is_empty] for column in interventions}
    editions = _editions(given)
    chosen = next((edition for edition in editions if edition.code == wanted), None)
    shared = [edition for edition in editions if all(_of(edition, figures) for figures in given.values())]
    if chosen is None and wanted != NEWEST_OF_EACH:
        chosen = next(iter(shared), None)
    if chosen is not None:
        by_page = {pk: figure for pk, figures in given.items() if (figure := _of(chosen, figures))}
        return FiguresBeside(by_page, chosen, editions, _of_one_edition(len(interventions), by_page))
    newest = {pk: figure for pk, figures in given.items() if (figure := headline_figure(figures))}
    return FiguresBeside(newest, None, editions, _of_several(newest, bool(shared)))


def _editions(given: dict[int, list[InterventionFigure]]) -> tuple[Edition, ...]:
    found = {figure.edition_id: figure.edition for figures in given.values() for figure in figures}
    return tuple(sorted(found.values(), key=lambda one: (one.is_menukaart, one.as_of, one.pk), reverse=True))


def _of(edition: Edition, figures: Sequence[InterventionFigure]) -> InterventionFigure | None:
    return next((figure for figure in figures if figure.edition_id == edition.pk), None)


def _of_one_edition(interventions: int, by_page: dict[int, InterventionFigure]) -> str:
    if len(by_page) == interventions:
        return ""
    return _("Deze editie geeft niet van alles wat je vergelijkt cijfers. Waar niets staat, kun je niet vergelijken.")


def _of_several(newest: dict[int, InterventionFigure], is_choice: bool) -> str:
    if len({figure.edition_id for figure in newest.values()}) < 2:
        return ""
    if is_choice:
        return _("Deze cijfers komen uit verschillende edities of bronnen. Een verschil kan ook daaraan liggen.")
    return _(
        "Er is geen editie met cijfers van alles wat je vergelijkt. Deze cijfers komen uit verschillende edities of "
        "bronnen; een verschil kan ook daaraan liggen."
    )
