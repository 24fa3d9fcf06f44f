"""Loading the demo of the learning community: all of it or nothing, and nothing twice."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from editorial.demonstration.content import ContentError, Item
from editorial.demonstration.rows import Tally
from leerlabs.demo import files
from leerlabs.demo.company import Company
from leerlabs.demo.known import Known
from leerlabs.demo.labs import load_lab, load_memberships, load_overview
from leerlabs.demo.people import load_people
from leerlabs.demo.practices import load_practice
from leerlabs.demo.threads import load_thread
from leerlabs.models import Thread


@transaction.atomic
def load(tally: Tally) -> None:
    """Loads members, Leerlabs and conversations. Raises ContentError, and then leaves the database as it was."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise ContentError("overview.toml", "", "there is no site to put it on")
    known = Known()
    members = load_people(known, tally)
    known = Known()  # with the people that were just made
    overview = load_overview(site.root_page, tally)
    distilled: dict[str, Thread] = {}
    for item in files.labs():
        lab = load_lab(item, overview, known, tally)
        load_memberships(item, lab, members, tally)
        taking_part = {slug for group in item["members"].values() for slug in group}
        company = Company(lab, {slug: member for slug, member in members.items() if slug in taking_part})
        for conversation in files.threads(item.slug):
            thread = load_thread(conversation, company, known, tally)
            if practice := conversation.get("distilled_into"):
                distilled[practice] = thread
    _load_practices(distilled, known, tally)


def _load_practices(distilled: dict[str, Thread], known: Known, tally: Tally) -> None:
    items = {item.slug: item for item in files.practices()}
    if unmatched := sorted(items.keys() ^ distilled.keys()):
        raise ContentError(f"practices/{unmatched[0]}.toml", "", "belongs to one conversation, and one to it")
    for slug, item in items.items():
        _load_practice(item, distilled[slug], known, tally)


def _load_practice(item: Item, thread: Thread, known: Known, tally: Tally) -> None:
    with disable_reference_index_auto_update():
        page = load_practice(item, thread, known, tally)
    if thread.distilled_into_id != page.pk:
        thread.distilled_into_id = page.pk
        thread.save(update_fields=["distilled_into"])
        ReferenceIndex.create_or_update_for_object(page)
