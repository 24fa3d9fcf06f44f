"""The front page, the listings and the theme pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.apps import apps
from wagtail.models import Page

from editorial.demonstration.content import Item
from editorial.demonstration.identity import working_moment
from editorial.demonstration.wanted import WantedPage
from home.demo.blocks import Builder
from home.demo.kinds.shared import content_page
from home.demo.world import World
from home.models import HomePage, ThemePage
from home.models.theme_page import FEATURES as THEME_FEATURES

_OPENED = working_moment("opening", date(2021, 4, 29), date(2021, 4, 29))
_ABOUT_FEATURES = ("bold", "italic", "link")
_SYNTHESIS = ("known", "works", "does_not_work")


def build_home(item: Item, world: World) -> WantedPage:
    """The front page; its doors lead to listings."""
    builder = Builder(item, world)
    doors = []
    for number, door in enumerate(item["doors"]):
        for page in world.page_ids(item, "doors", [door["page"]]):
            doors.append(builder.block("doors", number, "door", {**door, "page": page}))
    fields: dict[str, Any] = {
        "intro_title": item["intro_title"],
        "intro": item["intro"],
        "search_hint": item["search_hint"],
        "example_queries": builder.plain_blocks("example_queries", "query", item["example_queries"]),
        "doors": doors,
        "picks": builder.pages("picks"),
        "about": builder.html("about", _ABOUT_FEATURES),
    }
    return WantedPage(HomePage, item, item["title"], _OPENED, fields)


def build_section(item: Item, world: World) -> WantedPage:
    """A listing or overview right below the front page."""
    item.leave("slug")
    model = apps.get_model(item["model"])
    if not issubclass(model, Page):
        raise item.error("model", "is not a kind of page")
    fields = {"intro": item["intro"], "show_in_menus": item["show_in_menu"]}
    return WantedPage(model, item, item["title"], _OPENED, fields)


def build_theme_page(item: Item, world: World) -> WantedPage:
    """The page of one theme; the synthesis is there for some, the page for all."""
    item.leave("slug", "parent", "synonyms", "description")
    builder = Builder(item, world)
    synthesis = item.get("synthesis", {})
    published_at = working_moment(item.source, date(2021, 9, 1), date(2023, 12, 15))
    revised = working_moment(f"{item.source} revised", date(2026, 4, 7), date(2026, 6, 12))
    theme_id = world.terms["themes"][item.slug]
    fields: dict[str, Any] = {
        "theme_id": theme_id,
        **{name: builder.html(f"synthesis.{name}", THEME_FEATURES, synthesis.get(name, "")) for name in _SYNTHESIS},
        "picks": _picks(builder, synthesis.get("picks", [])),
    }
    described = {"title": item["name"], "summary": item["description"], "themes": [item.slug]}
    shared = Item(item.source, item.slug, described)
    return content_page(ThemePage, shared, world, published_at, fields, changed_on=revised.date())


def _picks(builder: Builder, names: list[str]) -> list[dict[str, Any]]:
    ids = builder.world.page_ids(builder.item, "synthesis.picks", names)
    return builder.plain_blocks("synthesis.picks", "page", ids)
