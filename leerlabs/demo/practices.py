"""Practice examples made out of conversations, as the editors published them."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.utils.html import format_html
from wagtail.models import Page

from editorial.blocks.text import SMALL_TEXT_FEATURES, TEXT_FEATURES
from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock, stable_uuid
from editorial.demonstration.rich_text import RefusedTextError, as_saved
from editorial.demonstration.rows import Tally
from editorial.demonstration.wanted import Rows, WantedPage
from leerlabs.demo.known import TERMS, Known
from leerlabs.demo.labs import as_wanted
from leerlabs.models import Thread, Visibility
from practices.models import PracticeIndexPage, PracticePage
from practices.models.practice import FEATURES

_RICH = ("occasion", "goal", "materials", "result", "measured_how", "lessons")
_PLAIN = ("period", "year", "duration", "staff", "cost_level", "cost", "evidence", "summary")


def load_practice(item: Item, thread: Thread, known: Known, tally: Tally) -> Page:
    """One practice example that credits its authors and, where everyone can read it, names the conversation."""
    published_at = at_clock(item["published"], time(10, 0))
    fields: dict[str, Any] = {
        **{name: item[name] for name in _PLAIN},
        **{name: _html(item, name, item[name], FEATURES) for name in _RICH},
        "school_id": known.one("organisations", item, "school"),
        "contact_id": known.one("people", item, "contact"),
        "approach": _steps(item),
        "body": _source(item, thread),
        "substantially_changed_on": item["published"],
    }
    rows: dict[str, Rows] = {
        "theme_tags": [{"tag_id": theme} for theme in known.many("themes", item, "themes")],
        "page_authors": [{"person_id": person, "affiliation": ""} for person in known.many("people", item, "authors")],
        "outgoing_relations": known.relations(item),
    }
    terms = {name: known.many(name, item, name) for name in TERMS}
    wanted = WantedPage(PracticePage, item, item["title"], published_at, fields, terms, rows)
    item.check_all_read()
    listing = PracticeIndexPage.objects.order_by("path").first()
    if listing is None:
        raise item.error("", "there is no page for practice examples")
    return as_wanted(wanted, item.slug, listing, tally)


def _steps(item: Item) -> list[dict[str, Any]]:
    return [
        _block(item, "steps", number, "step", {"title": step["title"], "text": _step_text(item, number, step["text"])})
        for number, step in enumerate(item["steps"])
    ]


def _step_text(item: Item, number: int, html: str) -> str:
    return _html(item, f"steps[{number}].text", html, SMALL_TEXT_FEATURES)


def _source(item: Item, thread: Thread) -> list[dict[str, Any]]:
    """The link that distilling leaves; a Leerlab that is not open stays unnamed."""
    if thread.leerlab.visibility != Visibility.OPEN:
        return []
    html = format_html('<p>Bron: <a href="{}">{}</a></p>', thread.get_absolute_url(), thread.title)
    return [_block(item, "body", 0, "text", _html(item, "body", html, TEXT_FEATURES))]


def _block(item: Item, field: str, number: int, kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(stable_uuid("block", item.source, field, number))}


def _html(item: Item, field: str, html: str, features: list[str]) -> str:
    try:
        return as_saved(html, features, f"{item.source}:{field}")
    except RefusedTextError as problem:
        raise item.error(field, str(problem)) from problem
