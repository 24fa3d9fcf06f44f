"""Dossiers follow their pages: what index and records say of one holds for the pages that are public now.

A page that goes, that gets another title or that not everyone may read any more makes each dossier with it a changed
page: it is indexed again, and its public record gets a new date, so that harvesters fetch it.
"""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from wagtail.models import Page, ReferenceIndex

from editorial import page_changes
from editorial.publicity import public_in_database
from keeping.models import DossierPage

#: Pages whose dossiers are looked up together.
_CHUNK = 500
#: Where a dossier names a page, in the words of Wagtail's own list of who names what.
_CHOSEN = "parts.part.page"


def connect() -> None:
    """Start listening; called once, when the app is ready."""
    page_changes.pages_appear_otherwise.connect(_parts_changed, dispatch_uid="keeping.parts_changed")
    post_save.connect(_dossier_saved, sender=DossierPage, dispatch_uid="keeping.dossier_saved")


def public_notes(pages: list[DossierPage]) -> dict[int, list[str]]:
    """What the editors say of the pages that are public at this moment, per dossier; one query for all of them."""
    chosen = {block["value"].get("page") for page in pages for block in page.parts.raw_data}
    public = set(public_in_database(Page.objects.filter(pk__in=chosen - {None})).values_list("pk", flat=True))
    return {
        page.pk: [
            str(block["value"].get("note") or "")
            for block in page.parts.raw_data
            if block["value"].get("page") in public
        ]
        for page in pages
    }


def dossiers_with(page_ids: list[int]) -> list[int]:
    """Keys of the published dossiers that have one of these pages chosen; a query for five hundred pages."""
    pages = ContentType.objects.get_for_model(Page, for_concrete_model=False)
    named = ReferenceIndex.objects.filter(base_content_type=pages, to_content_type=pages, model_path=_CHOSEN)
    found: set[int] = set()
    for start in range(0, len(page_ids), _CHUNK):
        keys = [str(page_id) for page_id in page_ids[start : start + _CHUNK]]
        rows = named.filter(to_object_id__in=keys)
        found.update(int(key) for key in rows.values_list("object_id", flat=True))
    return list(DossierPage.objects.filter(pk__in=found, live=True).values_list("pk", flat=True)) if found else []


def _parts_changed(page_ids: list[int], **_: Any) -> None:
    if dossiers := dossiers_with(page_ids):
        page_changes.tell(dossiers)


def _dossier_saved(instance: DossierPage, raw: bool = False, update_fields: Any = None, **_: Any) -> None:
    """Have the list of who names what in the same transaction; Wagtail's own task writes it some time after."""
    if not raw and update_fields is None:
        ReferenceIndex.create_or_update_for_object(instance)
