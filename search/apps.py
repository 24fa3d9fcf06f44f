"""The search room."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Connects the outbox to what happens to pages."""

    name = "search"
    verbose_name = _("Zoeken")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Start listening: to pages, to editors' words, and to the index itself."""
        from search import breaker, resources
        from search.indexing import signals

        signals.connect()
        resources.connect()
        breaker.connect()
