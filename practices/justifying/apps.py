"""Accounting for a choice: the verantwoording and the schoolprogramma."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JustifyingConfig(AppConfig):
    """Accounting for a choice: the verantwoording and the schoolprogramma."""

    name = "practices.justifying"
    label = "justifying"
    verbose_name = _("Verantwoorden")
