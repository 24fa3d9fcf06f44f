"""Practice examples, the menukaart of interventions and step plans."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PracticesConfig(AppConfig):
    """Practice examples, the menukaart of interventions and step plans."""

    name = "practices"
    verbose_name = _("Praktijk")

    def ready(self) -> None:
        """Tell the rooms below what this room adds: documents, sections, events, own data and a nightly job."""
        from accounts import menu, own_data
        from practices import harvested_metadata, search_documents, shared_by_organisation
        from practices import own_data as ours
        from practices.contributing import events, picture_access, profile_section
        from practices.trying import events as trying_events
        from practices.trying import page_section, tryouts
        from tasks import schedule

        search_documents.register()
        harvested_metadata.register()
        shared_by_organisation.register()
        events.connect()
        picture_access.connect()
        trying_events.connect()
        page_section.register()
        profile_section.register()
        menu.register(
            110, _("Praktijkvoorbeelden"), "practices:mine", "pencil", about=_("Wat je deelt, en hoe ver het is.")
        )
        own_data.register("praktijk", export=ours.export, erase=ours.erase)
        schedule.every("ask_whether_it_helped", daily_at=tryouts.DAILY_AT)(tryouts.ask_whether_it_helped)
