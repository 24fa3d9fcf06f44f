"""What machines read: records with their changes, OAI-PMH, the JSON API, sitemap and metadata."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HarvestingConfig(AppConfig):
    """What machines read: records with their changes, OAI-PMH, the JSON API, sitemap and metadata."""

    name = "harvesting"
    verbose_name = _("Oogsten")

    def ready(self) -> None:
        """Start following the pages, and mend every night what was written past that."""
        from harvesting import following, mending, sitemap_sections
        from tasks import schedule

        following.connect()
        sitemap_sections.register("organisaties", sitemap_sections.organisation_paths)
        schedule.every("mend_public_records", daily_at=mending.DAILY_AT)(mending.mend)
