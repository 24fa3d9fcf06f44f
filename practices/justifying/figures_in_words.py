"""Figures as a sentence or a row of a table, for paper and for messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from design.instruments import months_text
from editorial.evidence import COST_LABELS, STRENGTH_LABELS
from practices.justifying.snapshots import Difference


def words_of(figure: Any) -> tuple[str, str, str]:
    """Months, evidence and cost of one copy, each in words, as they stand below a heading."""
    cost = _step(figure["cost"], COST_LABELS)
    inferred = f" ({_('afgeleid')})" if figure["cost_inferred"] else ""
    return months_text(figure["months"]), _step(figure["strength"], STRENGTH_LABELS), cost + inferred


def said_of(figure: Any) -> tuple[str, str, str]:
    """The same where no heading says what is meant."""
    months, strength, cost = words_of(figure)
    return months, _("bewijs: %(words)s") % {"words": strength}, _("kosten: %(words)s") % {"words": cost}


def edition_of(figure: Any) -> str:
    """Source and edition of one copy."""
    return f"{figure['source']}, {figure['name']}"


def change_text(difference: Difference) -> str:
    """What a source says now, and what it said."""
    new = ", ".join(said_of(difference.new))
    if difference.old is None:
        return _("%(edition)s: %(new)s") % {"edition": edition_of(difference.new), "new": new}
    return _("%(edition)s: %(new)s. Jij bewaarde (%(old_edition)s): %(old)s") % {
        "edition": edition_of(difference.new),
        "new": new,
        "old_edition": edition_of(difference.old),
        "old": ", ".join(said_of(difference.old)),
    }


def rows_of_figures(figures: list[Any]) -> list[dict[str, Any]]:
    """Copies with their words, for a table on a page."""
    return [{**figure, "edition_text": edition_of(figure), "words": said_of(figure)} for figure in figures]


def _step(value: int | None, labels: Mapping[int, Promise]) -> str:
    if value is None:
        return _("niet gegeven")
    return _("%(label)s (%(number)d van 5)") % {"label": labels.get(value, ""), "number": value}
