"""Tagged PDF made of data and a template."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrintingConfig(AppConfig):
    """Tagged PDF made of data and a template."""

    name = "printing"
    verbose_name = _("Afdrukken")
