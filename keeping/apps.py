"""What a reader keeps: collections, alerts on searches and themes, and what was read last."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KeepingConfig(AppConfig):
    """What a reader keeps: collections, alerts on searches and themes, and what was read last."""

    name = "keeping"
    verbose_name = _("Bewaren")

    def ready(self) -> None:
        """Tell the rooms below what this room adds: dossiers, a source of the digest, own data and a daily job."""
        from accounts import menu
        from editorial.demonstration import parts
        from keeping import dossier_changes, harvested_metadata, own_data, search_documents
        from keeping.alerts import matching, telling
        from tasks import schedule

        search_documents.register()
        dossier_changes.connect()
        harvested_metadata.register()
        own_data.connect()
        telling.connect()
        menu.register(220, _("Bewaard"), "keeping:overview", "bookmark", about=_("Verzamelingen, en wat je volgt."))
        schedule.every("find_what_is_new", daily_at=matching.DAILY_AT)(matching.enqueue)
        parts.register("Bewaard", "keeping.demo.loading.load")
