"""The open Leerlabs of an organisation, on its page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from leerlabs.labs.addresses import page_of
from leerlabs.models import LeerlabPage, Visibility
from organisations import shared_by
from organisations.models import Organisation
from organisations.shared_by import MOST_ITEMS, Section, SharedItem, Viewer


def section(organisation: Organisation, viewer: Viewer) -> Section | None:
    """Open ones only, whoever looks; one query."""
    leerlabs = LeerlabPage.objects.live().filter(organisations=organisation, visibility=Visibility.OPEN)
    items = [
        SharedItem(title=leerlab.title, url=page_of(leerlab), kind="leerlab", summary=leerlab.question)
        for leerlab in leerlabs.order_by("archived_at", "title")[:MOST_ITEMS]
    ]
    return Section(title=_("Leerlabs"), items=items, kind="leerlab") if items else None


def connect() -> None:
    """Add the section to the page of every organisation; called once, when the app is ready."""
    shared_by.register("leerlabs", section)
