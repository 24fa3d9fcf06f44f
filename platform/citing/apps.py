"""References: what a page is cited as, in every style and format, and reading them from files."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CitingConfig(AppConfig):
    """References: what a page is cited as, in every style and format, and reading them from files."""

    name = "citing"
    verbose_name = _("Citeren")

    def ready(self) -> None:
        """Every content page says how it is cited."""
        from citing import page_section

        page_section.register()
