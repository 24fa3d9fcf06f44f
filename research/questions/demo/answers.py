"""The list of answers, and the answers as the editors published them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from editorial.blocks.text import TEXT_FEATURES
from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock, stable_uuid
from editorial.demonstration.rich_text import RefusedTextError, as_saved
from editorial.demonstration.rows import Tally
from editorial.demonstration.wanted import Planned, Rows, WantedPage
from editorial.demonstration.writing import add_draft, existing, publish_if_different
from editorial.models import RelationKind
from research.models import InsightPage
from research.questions.demo.people import Example
from research.questions.models import AnswerIndexPage, AnswerPage
from research.questions.models.answer import FEATURES
from vocabulary.models import Audience, Level, Subject, Theme

_SLUG = "kennisvragen"
_TERMS: dict[str, type[Model]] = {"levels": Level, "subjects": Subject, "audiences": Audience}


def load_listing(file: Item, front_page: Page, tally: Tally) -> Page:
    """The page that lists the answers."""
    published_at = at_clock(stable_day(file), time(9, 0))
    fields = {"intro": file["listing_intro"], "show_in_menus": True}
    wanted = WantedPage(AnswerIndexPage, file, file["listing_title"], published_at, fields)
    return _as_wanted(wanted, _SLUG, front_page, tally)


def stable_day(file: Item) -> Any:
    """The list opened when the first question was asked."""
    return min(question["asked"] for question in file["questions"])


def load_answer(item: Item, asked: Item, listing: Page, people: Mapping[str, Example], tally: Tally) -> AnswerPage:
    """One answer, credited to who wrote it, resting on insights of this site."""
    fields: dict[str, Any] = {
        "summary": item["summary"],
        "asked_as": asked["asked_as"],
        "asked_on": asked["asked"],
        "answered_on": item["answered"],
        "short_answer": _html(item, "short_answer", FEATURES),
        "explanation": [_block(item, 0, "text", _html(item, "explanation", TEXT_FEATURES))],
        "certainty": item["certainty"],
        "certainty_explanation": item["certainty_explanation"],
        "limits": _html(item, "limits", FEATURES),
        "references": [_block(item, number, "reference", row) for number, row in enumerate(item["references"])],
        "substantially_changed_on": item["answered"],
    }
    rows: dict[str, Rows] = {
        "theme_tags": [{"tag_id": pk} for pk in _keys(Theme, "slug", item, "themes")],
        "page_authors": [{"person_id": people[slug].person.pk, "affiliation": ""} for slug in item["authors"]],
        "outgoing_relations": [
            {"kind": str(RelationKind.BUILDS_ON), "target_id": pk} for pk in _keys(InsightPage, "slug", item, "pages")
        ],
    }
    terms = {name: _keys(model, "code", item, name) for name, model in _TERMS.items()}
    item.leave("slug")
    moment = at_clock(item["answered"], time(11, 0))
    wanted = WantedPage(AnswerPage, item, asked["wording"], moment, fields, terms, rows)
    item.check_all_read()
    page = _as_wanted(wanted, item.slug, listing, tally)
    return AnswerPage.objects.get(pk=page.pk)


def _as_wanted(wanted: WantedPage, slug: str, parent: Page, tally: Tally) -> Page:
    planned = Planned(f"kennisvragen/{slug}", "", slug, lambda: wanted)
    page = existing(planned, parent) or add_draft(planned, wanted, parent)
    publish_if_different(page, wanted, tally)
    return page


def _keys(model: type[Model], name: str, item: Item, field: str) -> Sequence[int]:
    known = dict(model._default_manager.filter(**{f"{name}__in": item[field]}).values_list(name, "pk"))
    if missing := [word for word in item[field] if word not in known]:
        raise item.error(field, f"there is no {missing[0]}")
    return [known[word] for word in item[field]]


def _block(item: Item, number: int, kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(stable_uuid("block", "kennisvragen", item.slug, kind, number))}


def _html(item: Item, field: str, features: list[str]) -> str:
    try:
        return as_saved(item[field], features, f"kennisvragen/{item.slug}:{field}")
    except RefusedTextError as problem:
        raise item.error(field, str(problem)) from problem
