"""Loading the demo of what is kept: all of it or nothing, and nothing twice."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from accounts.models import Person, User
from editorial.demonstration.content import ContentError, Item, read_file, read_rows
from editorial.demonstration.identity import at_clock, stable_number, stable_uuid
from editorial.demonstration.rich_text import as_saved
from editorial.demonstration.rows import Tally, keep
from editorial.demonstration.wanted import Planned, WantedPage
from editorial.demonstration.writing import add_draft, existing, publish_if_different
from keeping.alerts.searches import of_theme
from keeping.models import Alert, Collection, CollectionItem, DossierIndexPage, DossierPage
from keeping.models.dossier import FEATURES
from vocabulary.models import Audience, Level, Subject, Theme

CONTENT = Path(__file__).parent / "content"
#: Where pages of other rooms stand: this room does not know their classes.
SECTIONS = {"insights": "onderzoek", "practices": "praktijk", "interventions": "menukaart"}
MEMBERS_DOMAIN = "example.nl"
_TERMS = {"levels": (Level, "code"), "subjects": (Subject, "code"), "audiences": (Audience, "code")}


@transaction.atomic
def load(tally: Tally) -> None:
    """Loads the dossiers and what members keep. Raises ContentError, and then leaves the database as it was."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise ContentError("dossiers.toml", "", "there is no site to put it on")
    item = read_file(CONTENT, "dossiers.toml")
    item.leave("dossiers")
    index = WantedPage(
        DossierIndexPage,
        item,
        item["title"],
        at_clock(item["published"], time(9, 0)),
        {"intro": item["intro"], "show_in_menus": False},
    )
    overview = _as_wanted(index, "dossiers", site.root_page, tally)
    for dossier in read_rows(CONTENT, "dossiers.toml", "dossiers"):
        _as_wanted(_dossier(dossier), dossier.slug, overview, tally)
    for row in read_rows(CONTENT, "kept.toml", "collections"):
        _load_collection(row, tally)
    for row in read_rows(CONTENT, "kept.toml", "alerts"):
        _load_alert(row, tally)


def _dossier(item: Item) -> WantedPage:
    parts = [
        {
            "type": "part",
            "id": str(stable_uuid("dossier", item.slug, number)),
            "value": {"page": _page(item, part["page"]), "note": part["note"]},
        }
        for number, part in enumerate(item["parts"])
    ]
    contact = Person.objects.filter(slug=item["contact"]).first()
    fields: dict[str, Any] = {
        "summary": item["summary"],
        "intro": as_saved(item["intro"], FEATURES, f"dossier/{item.slug}"),
        "parts": parts,
        "contact_id": contact.pk if contact else None,
        "review_date": item["review_date"],
        "substantially_changed_on": item["published"],
    }
    terms = {name: _keys(item, name, model, code) for name, (model, code) in _TERMS.items()}
    rows = {"theme_tags": [{"tag_id": pk} for pk in _keys(item, "themes", Theme, "slug")]}
    item.leave("slug")
    return WantedPage(DossierPage, item, item["title"], at_clock(item["published"], time(10, 0)), fields, terms, rows)


def _as_wanted(wanted: WantedPage, slug: str, parent: Page, tally: Tally) -> Page:
    """The page below ``parent``, made when it is missing and published as the file says."""
    wanted.item.check_all_read()
    planned = Planned(f"dossiers/{slug}", "", slug, lambda: wanted)
    with disable_reference_index_auto_update():
        page = existing(planned, parent) or add_draft(planned, wanted, parent)
        is_other = publish_if_different(page, wanted, tally)
    if is_other:
        ReferenceIndex.create_or_update_for_object(page)
    return page


def _load_collection(item: Item, tally: Tally) -> None:
    begun = at_clock(item["begun"], time(16, 15))
    values: dict[str, Any] = {
        "owner": _member(item),
        "title": item["title"],
        "description": item["description"],
        "created_at": begun,
        "changed_at": begun,
    }
    if "shared" in item:
        values["shared_at"] = at_clock(item["shared"], time(16, 30))
        values["share_hash"] = f"{stable_number('nobody knows', item.slug):064x}"
    collection = keep(Collection, {"uuid": stable_uuid("collection", item.slug)}, values, item, tally)
    for position, row in enumerate(item["items"], start=1):
        kept = {"note": row["note"], "position": position, "added_at": begun}
        keep(CollectionItem, {"collection": collection, "page_id": _page(item, row["page"])}, kept, item, tally)
    item.leave("slug")
    item.check_all_read()


def _load_alert(item: Item, tally: Tally) -> None:
    query = of_theme(item["theme"]) if "theme" in item else item["query"]
    values = {"name": item["name"], "created_at": at_clock(item["begun"], time(16, 45))}
    keep(Alert, {"user": _member(item), "query": query}, values, item, tally)
    item.check_all_read()


def _member(item: Item) -> User:
    found = User.objects.filter(email=f"{item['owner']}@{MEMBERS_DOMAIN}").first()
    if found is None:
        raise item.error("owner", f"there is no member {item['owner']}")
    return found


def _page(item: Item, name: str) -> int:
    folder, _, slug = name.partition("/")
    section = Page.objects.filter(depth=3, slug=SECTIONS.get(folder, "")).first()
    found = Page.objects.child_of(section).filter(slug=slug).values_list("pk", flat=True).first() if section else None
    if found is None:
        raise item.error("page", f"there is no {name}")
    return int(found)


def _keys(item: Item, field: str, model: Any, code: str) -> list[int]:
    known = dict(model._default_manager.filter(**{f"{code}__in": item[field]}).values_list(code, "pk"))
    if missing := [name for name in item[field] if name not in known]:
        raise item.error(field, f"there is no {missing[0]}")
    return [known[name] for name in item[field]]
