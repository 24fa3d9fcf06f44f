"""Where the site is put together: the only room that may name all others."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Commands and checks about the site as a whole."""

    name = "config"
    verbose_name = "Site"
