"""Meetings of the networks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworksConfig(AppConfig):
    """Meetings of the networks."""

    name = "networks"
    verbose_name = _("Netwerken")

    def ready(self) -> None:
        """Tell the index what this room's pages are."""
        from networks import harvested_metadata, search_documents

        search_documents.register()
        harvested_metadata.register()
