"""Figures as a sentence or a row of a table, for paper and for messages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from design.instruments import months_text
from editorial.evidence import COST_LABELS, STRENGTH_LABELS
from practices.justifying.snapshots import Difference


def words_of(figure: Any) -> tuple[str, str, str]:
    """Months, evidence and cost of one copy, each in words."""
    return months_text(figure["months"]), _strength(figure["strength"]), _cost(figure)


def edition_of(figure: Any) -> str:
    """Source and edition of one copy."""
    return f"{figure['source']}, {figure['name']}"


def change_text(difference: Difference) -> str:
    """What a source says now, and what it said."""
    new = ", ".join(words_of(difference.new))
    if difference.old is None:
        return _("%(edition)s: %(new)s") % {"edition": edition_of(difference.new), "new": new}
    return _("%(edition)s: %(new)s. Jij bewaarde (%(old_edition)s): %(old)s") % {
        "edition": edition_of(difference.new),
        "new": new,
        "old_edition": edition_of(difference.old),
        "old": ", ".join(words_of(difference.old)),
    }


def _strength(strength: int | None) -> str:
    if strength is None:
        return _("bewijs niet gegeven")
    return _("bewijs %(label)s (%(number)d van 5)") % {"label": STRENGTH_LABELS.get(strength, ""), "number": strength}


def _cost(figure: Any) -> str:
    cost = figure["cost"]
    if cost is None:
        return _("kosten niet gegeven")
    words = _("kosten %(label)s (%(number)d van 5)") % {"label": COST_LABELS.get(cost, ""), "number": cost}
    return f"{words} ({_('afgeleid')})" if figure["cost_inferred"] else words


def rows_of_figures(figures: list[Any]) -> list[dict[str, Any]]:
    """Copies with their words, for a table on a page."""
    return [{**figure, "edition_text": edition_of(figure), "words": words_of(figure)} for figure in figures]
