"""Front page, theme pages, news, plain pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Front page, theme pages, news, plain pages."""

    name = "home"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Tell the index what this room's pages are."""
        from home import harvested_metadata, search_documents

        search_documents.register()
        harvested_metadata.register()
