"""Schools, boards, municipalities, childcare and partners."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    """Schools, boards, municipalities, childcare and partners."""

    name = "organisations"
    verbose_name = _("Organisaties")
