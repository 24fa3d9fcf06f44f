"""What the front page shows besides its own texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from home.models import HomePage


def front_page_context(page: HomePage) -> dict[str, Any]:
    """Template variables of the front page."""
    return {}
