"""What this room keeps of a person: collections, what they follow, and what they were told of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from wagtail.models import Page

from accounts import own_data, retention
from accounts.models import User
from accounts.own_data import ExportedFile
from editorial.publicity import is_public
from keeping.models import Alert, AlertedPage, AlertFeedAddress, Collection


def connect() -> None:
    """Take part in export, erasure and retention; called once, when the app is ready."""
    own_data.register("bewaard", export=export, erase=erase)
    retention.register("alerted_pages", setting="ALERTED_PAGES_KEPT_DAYS", carry_out=forget_alerted_pages)


def export(user: User) -> Iterator[ExportedFile]:
    """Each collection with its notes, what is followed, and which pages that brought."""
    for collection in Collection.objects.filter(owner=user):
        yield ExportedFile(f"verzamelingen/{collection.uuid}.json", _as_data(collection))
    alerts = Alert.objects.filter(user=user)
    if followed := list(alerts.values("name", "query", "in_digest", "created_at")):
        yield ExportedFile("gevolgd.json", followed)
    told = AlertedPage.objects.filter(user=user).select_related("page", "alert").order_by("found_at", "pk")
    if pages := [_told_as_data(row) for row in told.iterator()]:
        yield ExportedFile("gemeld.json", pages)
    for address in AlertFeedAddress.objects.filter(user=user):
        yield ExportedFile("feedadres.json", {"gemaakt": address.created_at})


def erase(user: User) -> None:
    """All of it goes. What a group keeps does not say who put it there."""
    Collection.objects.filter(owner=user).delete()
    Alert.objects.filter(user=user).delete()
    AlertedPage.objects.filter(user=user).delete()
    AlertFeedAddress.objects.filter(user=user).delete()


def forget_alerted_pages(before: datetime) -> int:
    """That somebody was told of a page before this moment."""
    return int(AlertedPage.objects.filter(found_at__lt=before).delete()[0])


def _as_data(collection: Collection) -> dict[str, object]:
    return {
        "naam": collection.title,
        "waar het over gaat": collection.description,
        "begonnen": collection.created_at,
        "gedeeld sinds": collection.shared_at,
        "pagina's": [
            {
                "titel": _title_of(item.page),
                "aantekening": item.note,
                "bewaard": item.added_at,
            }
            for item in collection.items.select_related("page")
        ],
    }


def _told_as_data(row: AlertedPage) -> dict[str, object]:
    return {
        "titel": _title_of(row.page),
        "gevonden": row.found_at,
        "gevolgd": row.alert.name if row.alert is not None else None,
    }


def _title_of(page: Page | None) -> str | None:
    """None for a page that is not public (any more): its title is not for who kept it either."""
    return str(page.title) if page is not None and is_public(page) else None
