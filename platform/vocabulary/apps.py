"""Controlled terms with their public URIs."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VocabularyConfig(AppConfig):
    """Controlled terms with their public URIs."""

    name = "vocabulary"
    verbose_name = _("Begrippen")

    def ready(self) -> None:
        """Start listening to changes of terms."""
        from vocabulary import receivers

        receivers.connect()
