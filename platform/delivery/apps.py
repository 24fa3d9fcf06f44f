"""Notifications, mail and the digest: who hears of what, when, and never twice."""

from datetime import time

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _

#: Local time at which the digests are made: before school begins.
DIGEST_AT = time(6, 30)


class DeliveryConfig(AppConfig):
    """Notifications, mail and the digest: who hears of what, when, and never twice."""

    name = "delivery"
    verbose_name = _("Meldingen en mail")

    def ready(self) -> None:
        """Put the digest on the schedule, with what people chose to read in it; hold settings to its promises."""
        from delivery import checks
        from delivery.digest import from_notifications, register_source
        from delivery.digest.run import enqueue_digests_of_today
        from tasks import schedule

        register_source("notifications", from_notifications.unread_notifications)
        register(checks.digests_are_known_as_long_as_their_news_is_offered)
        schedule.every("digests", daily_at=DIGEST_AT)(enqueue_digests_of_today)
