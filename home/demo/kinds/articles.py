"""News, policy pieces, plain pages and meetings."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from wagtail.models import Locale

from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock, stable_uuid, working_moment
from editorial.demonstration.wanted import Rows, WantedPage
from home.demo.blocks import Builder
from home.demo.kinds.shared import changed_after, content_page
from home.demo.world import World
from home.models import NewsPage, PlainPage
from networks.models import MeetingPage
from networks.models.meeting import FEATURES as MEETING_FEATURES
from research.models import PolicyPage
from research.models.policy import FEATURES as POLICY_FEATURES

_LATEST = date(2026, 5, 29)
_FOOTNOTE_FEATURES = ("bold", "italic", "link")


def build_news(item: Item, world: World) -> WantedPage:
    """One news article, with its footnotes and, where it has one, the flyer."""
    markers = {
        note["marker"]: stable_uuid("footnote", item.source, note["marker"]) for note in item.get("footnotes", [])
    }
    builder = Builder(item, world, markers)
    published_at = at_clock(item["date"], time(8, 30))
    earlier = item.get("earlier_published_in", {})
    fields: dict[str, Any] = {
        "date": item["date"],
        "intro": item.get("intro", ""),
        "body": builder.body(),
        "flyer_id": world.media_id(item, "flyer", "flyer") if item.get("flyer") else None,
        "earlier_published_in": earlier.get("name", ""),
        "earlier_published_url": earlier.get("url", ""),
        "earlier_published_on": earlier.get("date"),
    }
    rows = {"footnotes": _footnotes(item, world, markers)}
    return content_page(NewsPage, item, world, published_at, fields, rows=rows)


def _footnotes(item: Item, world: World, markers: dict[str, UUID]) -> Rows:
    builder = Builder(item, world)
    locale_id = Locale.get_default().pk
    return [
        {
            "uuid": str(markers[note["marker"]]),
            "text": builder.html(f"footnotes[{note['marker']}]", _FOOTNOTE_FEATURES, note["html"]),
            "locale_id": locale_id,
            "translation_key": markers[note["marker"]],
        }
        for note in item.get("footnotes", [])
    ]


def build_policy(item: Item, world: World) -> WantedPage:
    """One policy piece."""
    builder = Builder(item, world)
    published_at = working_moment(item.source, date(2021, 9, 6), date(2024, 12, 13))
    sources = [{"title": source["title"], "address": source.get("url", "")} for source in item.get("sources", [])]
    fields: dict[str, Any] = {
        "decided_by": item["decided_by"],
        "effective_from": item["effective_from"],
        "effective_from_text": item.get("effective_from_text", ""),
        "for_whom": builder.html("for_whom", POLICY_FEATURES),
        "asks_of_school": builder.html("asks_of_school", POLICY_FEATURES),
        "body": builder.body(),
        "sources": builder.plain_blocks("sources", "source", sources),
    }
    changed_on = changed_after(published_at, item.source, _LATEST)
    return content_page(PolicyPage, item, world, published_at, fields, changed_on=changed_on)


def build_plain_page(item: Item, world: World) -> WantedPage:
    """One plain page; only a few stand in a menu."""
    published_at = working_moment(item.source, date(2021, 4, 26), date(2021, 4, 29))
    fields: dict[str, Any] = {
        "show_in_menus": item.get("show_in_menu", False),
        "body": Builder(item, world).body(),
    }
    changed_on = changed_after(published_at, item.source, _LATEST)
    return content_page(PlainPage, item, world, published_at, fields, changed_on=changed_on)


def build_meeting(item: Item, world: World) -> WantedPage:
    """One meeting; its times are those of the clock in the Netherlands."""
    builder = Builder(item, world)
    day = item["date"]
    published_at = working_moment(item.source, day - timedelta(days=30), day - timedelta(days=22))
    end = item.get("end")
    programme = []
    for number, point in enumerate(item.get("programme", [])):
        clock = datetime.strptime(point["time"], "%H.%M").time().isoformat()
        value = {"time": clock, "title": point["title"], "text": point.get("text", "")}
        programme.append(builder.block("programme", number, "item", value))
    fields: dict[str, Any] = {
        "starts_at": at_clock(day, item["start"]),
        "ends_at": at_clock(day, end) if end else None,
        "moved_from": item.get("moved_from"),
        "moved_reason": item.get("moved_reason", ""),
        "is_online": item.get("online", False),
        "place": item.get("place", ""),
        "audience_text": item.get("audience_text", ""),
        "body": builder.html("body", MEETING_FEATURES),
        "programme": programme,
        "cost": item.get("cost", ""),
        "registration_text": item.get("registration_text", ""),
        "registration_url": item.get("registration_url", ""),
    }
    return content_page(MeetingPage, item, world, published_at, fields)
