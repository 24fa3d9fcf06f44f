"""The Onderwijskennis Netwerk Amsterdam: project lines, partners, researchers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    """The Onderwijskennis Netwerk Amsterdam: project lines, partners, researchers."""

    name = "research.projects"
    label = "projects"
    verbose_name = _("Projectlijnen")
