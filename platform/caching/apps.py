"""Whole pages for anonymous readers, and what empties them."""

from django.apps import AppConfig


class CachingConfig(AppConfig):
    """Whole pages for anonymous readers, and what empties them."""

    name = "caching"
