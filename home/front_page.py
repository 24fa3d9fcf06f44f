"""What the front page shows besides its own texts; cards come from the index, without loading pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.cards import cards_of_pages, newest
from vocabulary.memory import vocabulary

if TYPE_CHECKING:
    from home.models import HomePage

#: Kinds on the front page and how many of each.
LATEST = {"insight": 3, "practice": 3, "news": 3}


def front_page_context(page: HomePage) -> dict[str, Any]:
    """Template variables ``picks``, ``latest`` (kind → hits), ``upcoming`` and ``top_themes``."""
    return {
        "picks": cards_of_pages(block.value for block in page.picks if block.value),
        "latest": {kind: newest(kind, count) for kind, count in LATEST.items()},
        "meetings": newest("meeting", 2),
        "top_themes": [term for term in vocabulary().of_kind("theme") if not term.parents],
    }
