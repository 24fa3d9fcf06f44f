"""Insights, publications and policy pieces."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResearchConfig(AppConfig):
    """Insights, publications and policy pieces."""

    name = "research"
    verbose_name = _("Onderzoek")

    def ready(self) -> None:
        """Tell the index what this room's pages are, and citing what an insight is cited as."""
        from research import harvested_metadata, publication_reference, search_documents

        search_documents.register()
        harvested_metadata.register()
        publication_reference.register()
