"""Leerlabs: learning communities."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LeerlabsConfig(AppConfig):
    """Leerlabs: learning communities."""

    name = "leerlabs"
    verbose_name = _("Leerlabs")

    def ready(self) -> None:
        """Start noticing who becomes what in which Leerlab."""
        from leerlabs import standing
        from leerlabs.labs import news, privacy

        standing.connect()
        privacy.connect()
        news.connect()
