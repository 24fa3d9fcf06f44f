"""Practice examples, the menukaart of interventions and step plans."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PracticesConfig(AppConfig):
    """Practice examples, the menukaart of interventions and step plans."""

    name = "practices"
    verbose_name = _("Praktijk")

    def ready(self) -> None:
        """Tell the index what this room's pages are."""
        from practices import search_documents

        search_documents.register()
