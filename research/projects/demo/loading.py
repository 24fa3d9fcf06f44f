"""Loading the demo of the network: all of it or nothing, and nothing twice."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from editorial.blocks.text import TEXT_FEATURES
from editorial.demonstration import content
from editorial.demonstration.content import ContentError, Item
from editorial.demonstration.identity import at_clock, stable_uuid
from editorial.demonstration.rich_text import as_saved
from editorial.demonstration.rows import Tally
from editorial.demonstration.wanted import Planned, Rows, WantedPage
from editorial.demonstration.writing import add_draft, existing, publish_if_different
from research.projects.demo.known import Known
from research.projects.demo.records import keep_organisation, keep_person
from research.projects.models import ProjectIndexPage, ProjectLinePage
from research.projects.models.index import FEATURES as NETWORK_FEATURES
from research.projects.models.line import FEATURES

CONTENT_DIR = Path(__file__).parent / "content"
_RICH = ("why", "approach", "so_far", "take_part")
_TERMS = ("levels", "subjects", "audiences", "regions")
_OPENS_AT = time(9, 0)


@transaction.atomic
def load(tally: Tally) -> None:
    """Loads people, the network and its lines. Raises ContentError, and then leaves the database as it was."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise ContentError("network.toml", "", "there is no site to put it on")
    for item in content.read_rows(CONTENT_DIR, "records.toml", "organisations"):
        keep_organisation(item, tally)
    for item in content.read_rows(CONTENT_DIR, "records.toml", "people"):
        keep_person(item, tally)
    known = Known()
    network = content.read_file(CONTENT_DIR, "network.toml")
    page = _as_wanted(_network(network, known), network["slug"], site.root_page, tally)
    for item in content.read_folder(CONTENT_DIR, "lines"):
        _as_wanted(_line(item, known, network["line_note"]), item.slug, page, tally)


def _network(item: Item, known: Known) -> WantedPage:
    item.leave("slug", "line_note")
    fields: dict[str, Any] = {
        "intro": item["intro"],
        "period": item["period"],
        "about": as_saved(item["about"], NETWORK_FEATURES, "ona:about"),
        "take_part": as_saved(item["take_part"], NETWORK_FEATURES, "ona:take_part"),
        "contact_id": known.one("people", item, "contact", item["contact"]),
    }
    partners = [
        {
            "organisation_id": known.one("organisations", item, "partners", partner["organisation"]),
            "role": partner["role"],
        }
        for partner in item["partners"]
    ]
    published_at = at_clock(item["published"], _OPENS_AT)
    wanted = WantedPage(ProjectIndexPage, item, item["title"], published_at, fields, rows={"partners": partners})
    item.check_all_read()
    return wanted


def _line(item: Item, known: Known, note: str) -> WantedPage:
    fields: dict[str, Any] = {
        **{name: item[name] for name in ("summary", "question", "starts_on", "status")},
        **{name: as_saved(item.get(name, ""), FEATURES, f"{item.source}:{name}") for name in _RICH},
        "body": [
            {
                "type": "text",
                "value": as_saved(note, TEXT_FEATURES, f"{item.source}:note"),
                "id": str(stable_uuid("block", item.source, "note")),
            }
        ],
        "status_note": item.get("status_note", ""),
        "ends_on": item.get("ends_on"),
        "sub_questions": [
            {"type": "question", "value": text, "id": str(stable_uuid("block", item.source, number))}
            for number, text in enumerate(item.get("sub_questions", []))
        ],
        "contact_id": known.one("people", item, "contact", item["contact"]),
        "substantially_changed_on": item.get("ends_on") or item["published"],
    }
    rows: dict[str, Rows] = {
        "theme_tags": [{"tag_id": pk} for pk in known.many("themes", item, "themes", item["themes"])],
        "organisations": _roles(item, known, "organisations", "organisation_id"),
        "researchers": _roles(item, known, "researchers", "person_id"),
        "outgoing_relations": [
            {"kind": row["kind"], "target_id": known.one("pages", item, "relations", row["target"])}
            for row in item.get("relations", [])
        ],
    }
    terms = {name: known.many(name, item, name, item.get(name, [])) for name in _TERMS}
    published_at = at_clock(item["published"], _OPENS_AT)
    wanted = WantedPage(ProjectLinePage, item, item["title"], published_at, fields, terms, rows)
    item.check_all_read()
    return wanted


def _roles(item: Item, known: Known, field: str, key: str) -> Rows:
    """Rows of who takes part, from a table of lists by role."""
    kind = "people" if field == "researchers" else "organisations"
    return [
        {key: pk, "role": role}
        for role, slugs in item.get(field, {}).items()
        for pk in known.many(kind, item, field, slugs)
    ]


def _as_wanted(wanted: WantedPage, slug: str, parent: Page, tally: Tally) -> Page:
    planned = Planned(f"projects/{slug}", "", slug, lambda: wanted)
    page = existing(planned, parent) or add_draft(planned, wanted, parent)
    publish_if_different(page, wanted, tally)
    return page
