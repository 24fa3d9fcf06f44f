"""Dossiers: what readers see of one, and making one of a collection."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page

from accounts.models import User
from editorial.contributing.drafts import add_draft, place_for
from editorial.publicity import public
from keeping.contents import rows_of
from keeping.models import Collection, DossierIndexPage, DossierPage
from keeping.models.dossier import MOST_PAGES
from search.results import Hit
from search.service import chosen_pages

#: What fits in the summary of a page.
SUMMARY_LENGTH = 300


class NoPlaceForDossiersError(Exception):
    """The site has no list of dossiers to put one in."""


@dataclass(frozen=True, slots=True)
class ChosenPart:
    """A public page of a dossier, as the index keeps it, and what the editors say of it."""

    hit: Hit
    note: str


def chosen_parts(page: DossierPage) -> list[ChosenPart]:
    """The parts in order, without pages that are not public; one query and one request to the index.

    The index may be a moment behind, so it is not asked which pages are public.
    """
    notes = {block["value"]["page"]: block["value"].get("note") or "" for block in page.parts.raw_data}
    shown = public(Page.objects.filter(pk__in=[page_id for page_id in notes if page_id]))
    ids = set(shown.values_list("pk", flat=True))
    hits = chosen_pages([page_id for page_id in notes if page_id in ids]) if ids else ()
    return [ChosenPart(hit, notes[hit.page_id]) for hit in hits]


@transaction.atomic
def make_dossier(collection: Collection, by: User) -> DossierPage:
    """A draft with the public pages of a collection and its notes, in the editors' workflow.

    Asked twice it is made once, as long as the draft is there. Raises :class:`NoPlaceForDossiersError`.
    """
    locked = Collection.objects.select_for_update(of=("self",)).get(pk=collection.pk)
    if locked.dossier_id is not None:
        return DossierPage.objects.get(pk=locked.dossier_id)
    parent = place_for(DossierIndexPage)
    if parent is None:
        raise NoPlaceForDossiersError
    description = " ".join(collection.description.split())
    page = DossierPage(
        title=collection.title,
        summary=(description or collection.title)[:SUMMARY_LENGTH],
        owner=by,
    )
    page.parts = [
        ("part", {"page": row.page, "note": row.item.note}) for row in rows_of(collection)[:MOST_PAGES] if row.page
    ]
    add_draft(page, parent, fallback="dossier")
    page.save_revision(user=by, log_action=True, clean=False)
    if workflow := page.get_workflow():
        workflow.start(page, by)
    Collection.objects.filter(pk=collection.pk).update(dossier=page)
    return page
