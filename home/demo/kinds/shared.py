"""What all kinds of content page take from their file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from editorial.demonstration.content import Item
from editorial.demonstration.identity import stable_number
from editorial.demonstration.wanted import Rows, WantedPage
from editorial.licences import Licence
from editorial.models import ContentPage
from home.demo.world import World

#: Who answers when a file names nobody.
_EDITORS = "redactie-voorbeeld"
_LICENCES = {licence.short: licence.value for licence in Licence}


def content_page(
    model: type[ContentPage],
    item: Item,
    world: World,
    published_at: datetime,
    fields: Mapping[str, Any],
    *,
    rows: Mapping[str, Rows] | None = None,
    changed_on: date | None = None,
) -> WantedPage:
    """A content page: the fields and rows of its own kind, and those that all kinds share."""
    changed_on = changed_on or published_at.date()
    all_fields = {**_shared_fields(item, world, changed_on), **fields}
    all_rows = {**_shared_rows(item, world), **(rows or {})}
    return WantedPage(model, item, item["title"], published_at, all_fields, _terms(item, world), all_rows)


def _shared_fields(item: Item, world: World, changed_on: date) -> dict[str, Any]:
    """Summary, licence, contact, and the dates that keep a page up to date."""
    licence = item.get("licence", Licence.BY.short)
    if licence not in _LICENCES:
        raise item.error("licence", f"{licence} is not a licence we know")
    return {
        "summary": item["summary"],
        "licence": _LICENCES[licence],
        "contact_id": world.person_id(item, "contact", _EDITORS),
        "review_date": item.get("review_date"),
        "substantially_changed_on": changed_on,
    }


def _terms(item: Item, world: World) -> dict[str, Sequence[int]]:
    return {name: world.term_ids(item, name) for name in ("levels", "subjects", "audiences", "regions")}


def _shared_rows(item: Item, world: World) -> dict[str, Rows]:
    """The themes of a page, and its relations with other pages in the order of the file."""
    relations = [
        {"kind": relation["kind"], "target_id": target}
        for relation in item.get("relations", [])
        for target in world.page_ids(item, "relations", [relation["target"]])
    ]
    return {
        "theme_tags": [{"tag_id": theme} for theme in world.term_ids(item, "themes")],
        "outgoing_relations": relations,
    }


def changed_after(published_at: datetime, key: str, latest: date) -> date:
    """The day of the last revision: for half of the pages that of publication, for others later."""
    number = stable_number(key, "changed")
    span = (latest - published_at.date()).days
    if number % 2 or span <= 0:
        return published_at.date()
    return date.fromordinal(published_at.date().toordinal() + (number // 2) % span)
