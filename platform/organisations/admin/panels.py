"""What waits for an editor, on the dashboard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from organisations.admin.applications import pending

MOST_SHOWN = 5


class ApplicationsPanel(Component):
    """Organisations that want to join; absent when none does."""

    name = "applications"
    order = 225
    template_name = "organisations/admin/applications_panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The oldest, and how many there are."""
        waiting = pending()
        return {"applications": list(waiting[:MOST_SHOWN]), "total": waiting.count()}
