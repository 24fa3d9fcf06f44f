"""People: the user model, profiles, and persons that content points at."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People: the user model, profiles, and persons that content points at."""

    name = "accounts"
    verbose_name = _("Mensen")

    def ready(self) -> None:
        """Give accounts their profiles, and put the retention of data on the schedule."""
        from accounts import receivers, retention
        from tasks import schedule

        receivers.connect()
        schedule.every("retention", daily_at=retention.DAILY_AT)(retention.carry_out_all)
