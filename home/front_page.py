"""What the front page shows besides its own texts; cards come from the index, without loading pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from home.theme_overview import top_themes
from search.cards import cards_of_chosen, newest

if TYPE_CHECKING:
    from home.models import HomePage

#: Kinds on the front page and how many of each.
LATEST = {"insight": 3, "practice": 3, "news": 3}


def front_page_context(page: HomePage) -> dict[str, Any]:
    """Template variables ``picks``, ``latest`` (kind → hits), ``meetings`` and ``top_themes``."""
    return {
        "picks": cards_of_chosen(page.picks),
        "latest": {kind: newest(kind, count) for kind, count in LATEST.items()},
        "meetings": newest("meeting", 2),
        "top_themes": top_themes(),
    }
