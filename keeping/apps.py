"""What a reader keeps: collections, alerts on searches and themes, and what was read last."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KeepingConfig(AppConfig):
    """What a reader keeps: collections, alerts on searches and themes, and what was read last."""

    name = "keeping"
    verbose_name = _("Bewaren")
