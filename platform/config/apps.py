"""Where the site is put together: the only room that may name all others."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class ConfigConfig(AppConfig):
    """Commands, checks and jobs about the site as a whole."""

    name = "config"
    verbose_name = "Site"

    def ready(self) -> None:
        """Register the checks, renew kept pages, and put scheduled publishing on the schedule."""
        from config import checks, hearing, members, page_renewal, reindexing, scheduled_publishing
        from editorial.demonstration import parts as demo_parts
        from tasks import schedule

        register(checks.reserved_slugs_cover_the_addresses, Tags.urls)
        register(checks.platform_is_no_package)
        page_renewal.connect()
        reindexing.connect()
        hearing.connect()
        demo_parts.register("Organisaties", "organisations.demo.load")
        members.connect()
        schedule.every("publish_scheduled", seconds=scheduled_publishing.EVERY_SECONDS)(
            scheduled_publishing.publish_scheduled
        )
