"""What every page shares."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """What every page shares."""

    name = "editorial"
    verbose_name = _("Redactie")
