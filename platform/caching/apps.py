"""Whole pages for anonymous readers, and what empties them."""

from django.apps import AppConfig


class CachingConfig(AppConfig):
    """Whole pages for anonymous readers, and what empties them."""

    name = "caching"

    def ready(self) -> None:
        """Listen to what changes the pages."""
        from caching import signals

        signals.connect_wagtail()
