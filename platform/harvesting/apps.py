"""What machines read: records with their changes, OAI-PMH, the JSON API, sitemap and metadata."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HarvestingConfig(AppConfig):
    """What machines read: records with their changes, OAI-PMH, the JSON API, sitemap and metadata."""

    name = "harvesting"
    verbose_name = _("Oogsten")
