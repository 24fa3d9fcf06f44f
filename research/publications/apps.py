"""Publications: bringing them in, their versions, and what is withdrawn."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationsConfig(AppConfig):
    """Publications: bringing them in, their versions, and what is withdrawn."""

    name = "research.publications"
    label = "publications"
    verbose_name = _("Publicaties")
