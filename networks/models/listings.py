"""The agenda."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search.listing import ListingPage


class AgendaPage(ListingPage):
    """All meetings: ``/agenda/``."""

    page_description = _("De agenda met alle bijeenkomsten. Eén op de hele site.")
    listed_type = "meeting"
    subpage_types = ["networks.MeetingPage"]

    class Meta:
        verbose_name = _("agenda")
