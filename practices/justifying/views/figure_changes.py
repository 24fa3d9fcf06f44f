"""Later figures beside those that were kept, for a page that asks what to do with them."""

from __future__ import annotations

from collections.abc import Sequence

from practices.justifying.figures_in_words import rows_of_figures
from practices.justifying.snapshots import Difference


def shown_changes(found: Sequence[Difference]) -> list[dict[str, object]]:
    """Of each source that says something else: its name, the old figures (None when there were none), the new ones."""
    return [
        {
            "source": one.source,
            "old": rows_of_figures([one.old])[0] if one.old else None,
            "new": rows_of_figures([one.new])[0],
        }
        for one in found
    ]
