"""Accounting for a choice: the verantwoording and the schoolprogramma."""

from datetime import time

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

#: Local time of the nightly look for later figures: read in the morning.
TELL_AT = time(6, 25)
CLEAN_UP_AT = time(3, 47)


class JustifyingConfig(AppConfig):
    """Accounting for a choice: the verantwoording and the schoolprogramma."""

    name = "practices.justifying"
    label = "justifying"
    verbose_name = _("Verantwoorden")

    def ready(self) -> None:
        """Tell the rooms below what this room adds: events, own data, retention, a section, a nightly job."""
        from accounts import menu, own_data, retention
        from editorial.demonstration import parts
        from practices.justifying import drafts, events, organisation_section
        from practices.justifying import own_data as ours
        from practices.justifying.retention import forget_linked
        from tasks import schedule

        events.connect()
        organisation_section.register()
        menu.register(
            140,
            _("Verantwoordingen"),
            "justifying:mine",
            "file-pen",
            about=_("Waarom jullie iets kiezen, met de cijfers erbij."),
        )
        own_data.register("verantwoordingen", export=ours.export, erase=ours.erase)
        retention.register("linked_justifications", setting="KEEP_LINKED_JUSTIFICATIONS_DAYS", carry_out=forget_linked)
        schedule.every("tell_of_newer_figures", daily_at=TELL_AT)(events.tell_of_all)
        schedule.every("clean_up_justification_drafts", daily_at=CLEAN_UP_AT)(drafts.clean_up)
        parts.register("justifying", "practices.justifying.demo.load")
