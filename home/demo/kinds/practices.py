"""Practice examples, interventions and step plans."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import practices
from editorial.demonstration.content import Item
from editorial.demonstration.identity import working_moment
from editorial.demonstration.wanted import Rows, WantedPage
from home.demo.blocks import Builder
from home.demo.kinds.shared import changed_after, content_page
from home.demo.world import World
from practices.models import InterventionPage, PracticePage, StepPlanPage
from practices.models.intervention import FEATURES as INTERVENTION_FEATURES
from practices.models.practice import FEATURES as PRACTICE_FEATURES
from practices.models.step_plan import FEATURES as STEP_PLAN_FEATURES

FIGURES_FILE = Path(practices.__file__).parent / "data" / "figures.toml"
_LATEST = date(2026, 5, 29)
_PRACTICE_RICH = ("occasion", "goal", "materials", "result", "measured_how", "lessons")
_INTERVENTION_RICH = ("what", "how_it_works", "in_practice", "watch_out")
_FIGURE = ("months", "strength", "cost")


def build_practice(item: Item, world: World) -> WantedPage:
    """One practice example; its quotation is the body."""
    builder = Builder(item, world)
    published_at = working_moment(
        item.source, date(item["year"] + 1, 1, 11), min(date(item["year"] + 2, 3, 1), _LATEST)
    )
    fields: dict[str, Any] = {
        **{name: builder.html(name, PRACTICE_FEATURES) for name in _PRACTICE_RICH},
        "school_id": world.organisation_id(item, "school"),
        "municipality_id": world.municipality_id(item, "municipality"),
        "period": item["period"],
        "year": item["year"],
        "approach": builder.steps(),
        "duration": item["duration"],
        "staff": item["staff"],
        "cost_level": item.get("cost_level"),
        "cost": item.get("cost", ""),
        "evidence": item["evidence"],
        "body": builder.quote(),
    }
    changed_on = changed_after(published_at, item.source, _LATEST)
    return content_page(PracticePage, item, world, published_at, fields, changed_on=changed_on)


def read_figures() -> dict[str, list[dict[str, Any]]]:
    """The published figures, by the slug of the intervention."""
    figures: dict[str, list[dict[str, Any]]] = {}
    for row in tomllib.loads(FIGURES_FILE.read_text(encoding="utf-8"))["figures"]:
        figures.setdefault(row["intervention"], []).append(row)
    return figures


def build_intervention(item: Item, world: World, figures: Mapping[str, list[dict[str, Any]]]) -> WantedPage:
    """One intervention with the figures of each edition that has it; revised when the latest came in."""
    builder = Builder(item, world)
    item.leave("menukaart", "eef")
    published_at = working_moment(item.source, date(2021, 5, 25), date(2023, 6, 30))
    revised = working_moment(f"{item.source} revised", date(2026, 4, 7), _LATEST)
    fields = {name: builder.html(name, INTERVENTION_FEATURES) for name in _INTERVENTION_RICH}
    rows = {"figures": _figure_rows(item, world, figures.get(item.slug, []))}
    return content_page(InterventionPage, item, world, published_at, fields, rows=rows, changed_on=revised.date())


def _figure_rows(item: Item, world: World, figures: list[dict[str, Any]]) -> Rows:
    return [
        {
            "edition_id": world.edition_id(item, row["edition"]),
            "category": row.get("category", ""),
            **{name: row.get(name) for name in _FIGURE},
            "cost_inferred": row.get("cost_inferred", False),
            "note": row.get("note", ""),
        }
        for row in figures
    ]


def build_step_plan(item: Item, world: World) -> WantedPage:
    """One step plan."""
    builder = Builder(item, world)
    published_at = working_moment(item.source, date(2021, 6, 10), date(2021, 6, 16))
    steps = []
    for number, step in enumerate(item["steps"]):
        value = {
            "title": step["title"],
            "result": step["result"],
            "content": builder.html(f"steps[{number}].content", STEP_PLAN_FEATURES, step["content"]),
            "questions": builder.items("steps", number, step["questions"]),
            "worksheet": builder.html(f"steps[{number}].worksheet", STEP_PLAN_FEATURES, step["worksheet"]),
        }
        steps.append(builder.block("steps", number, "step", value))
    fields: dict[str, Any] = {
        "intro": builder.html("intro", STEP_PLAN_FEATURES),
        "steps": steps,
        "source": item.get("source", ""),
    }
    return content_page(StepPlanPage, item, world, published_at, fields)
