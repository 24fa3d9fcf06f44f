"""People: the user model, and persons that content points at."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People: the user model, and persons that content points at."""

    name = "accounts"
    verbose_name = _("Mensen")
