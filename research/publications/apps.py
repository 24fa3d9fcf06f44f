"""Publications: bringing them in, their versions, and what is withdrawn."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicationsConfig(AppConfig):
    """Publications: bringing them in, their versions, and what is withdrawn."""

    name = "research.publications"
    label = "publications"
    verbose_name = _("Publicaties")

    def ready(self) -> None:
        """Listen to publishing, and tell the rooms below what this room keeps and sends."""
        from accounts import menu, own_data
        from accounts.admin import person_sections
        from editorial.demonstration import parts
        from research.publications import events, publishing, withdrawing
        from research.publications import own_data as ours
        from research.publications.admin import on_person
        from tasks import schedule

        publishing.connect()
        events.connect()
        menu.register(
            120,
            _("Publicaties"),
            "publications:mine",
            "book-open",
            about=_("Onderzoek dat je inbrengt, en hoe ver het is."),
        )
        person_sections.register("affiliations", on_person.affiliations_of)
        own_data.register("publicaties", export=ours.export, erase=ours.erase)
        parts.register("publications", "research.publications.demo.loading.load")
        schedule.every("withdraw_publications", seconds=3600)(withdrawing.withdraw_what_is_due)
