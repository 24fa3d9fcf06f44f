"""The app that carries the look."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Template tags, and the bundles that the static files finder serves."""

    name = "design"
    verbose_name = "Vormgeving"
