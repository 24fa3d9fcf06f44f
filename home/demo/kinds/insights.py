"""Insights, with the authors of the publication as persons."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from accounts.slugs import slug_of_name
from editorial.demonstration.content import Item
from editorial.demonstration.identity import working_moment
from editorial.demonstration.wanted import WantedPage
from home.demo.blocks import Builder
from home.demo.kinds.shared import changed_after, content_page
from home.demo.world import World
from research.models import InsightPage
from research.models.insight import FEATURES

_FIRST, _LAST = date(2021, 5, 17), date(2026, 5, 29)
_RICH = ("plain_summary", "for_classroom", "limits", "abstract")
_PLAIN = (
    "question",
    "certainty",
    "certainty_explanation",
    "method",
    "reference_title",
    "publication_date",
    "publication_type",
)
_OPTIONAL = (
    "method_text",
    "sample",
    "outcome",
    "effect",
    "published_in",
    "published_in_short",
    "volume",
    "issue",
    "pages",
    "doi",
    "funder",
)


def author_slug(author: dict[str, str]) -> str:
    """The slug of an author's record: ``j-hattie``."""
    return slug_of_name(f"{author['given']} {author['family']}".replace(".", " "))


def build(item: Item, world: World) -> WantedPage:
    """One insight."""
    if item["year"] != item["publication_date"].year:
        raise item.error("year", "is not the year of publication_date")
    builder = Builder(item, world)
    published_at = working_moment(item.source, max(_FIRST, item["publication_date"]), _LAST)
    changed_on = changed_after(published_at, item.source, date(2026, 6, 12))
    effect_size = item.get("effect_size")
    fields: dict[str, Any] = {
        **{name: builder.html(name, FEATURES) for name in _RICH},
        **{name: item[name] for name in _PLAIN},
        **{name: item.get(name, "") for name in _OPTIONAL},
        "key_points": builder.plain_blocks("key_points", "point", item["key_points"]),
        "effect_size": None if effect_size is None else Decimal(str(effect_size)),
        "source_language": item["language_of_source"],
    }
    authors = [{"person_id": world.people[author_slug(author)], "affiliation": ""} for author in item["authors"]]
    rows = {"page_authors": authors}
    return content_page(InsightPage, item, world, published_at, fields, rows=rows, changed_on=changed_on)
