"""What theme pages show besides their own texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from home.models import ThemeIndexPage, ThemePage


def themes_context(page: ThemeIndexPage) -> dict[str, Any]:
    """The themes as a tree."""
    return {}


def theme_context(page: ThemePage) -> dict[str, Any]:
    """Picks and findings of one theme."""
    return {}
