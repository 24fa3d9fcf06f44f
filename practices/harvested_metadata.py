"""What practice examples, interventions and step plans add to what machines read."""

from __future__ import annotations

from datetime import date
from typing import Any

from harvesting import metadata
from harvesting.metadata import Additions
from practices.models import InterventionPage, PracticePage, StepPlanPage


def register() -> None:
    """Called once, when the room is ready."""
    metadata.register(
        PracticePage.content_kind,
        _practice,
        text_fields=(
            "occasion",
            "goal",
            "approach",
            "duration",
            "staff",
            "cost",
            "materials",
            "result",
            "measured_how",
            "lessons",
            "body",
        ),
    )
    metadata.register(
        InterventionPage.content_kind,
        lambda page: _learning_resource("interventie"),
        text_fields=("what", "how_it_works", "in_practice", "watch_out", "body"),
    )
    metadata.register(StepPlanPage.content_kind, _step_plan, text_fields=("intro", "steps", "source"))


def _practice(page: PracticePage) -> Additions:
    """Dated by the year in which it was done, when that is known."""
    more: dict[str, Any] = {}
    if page.school:
        more["sourceOrganization"] = {"@type": "EducationalOrganization", "name": page.school.name}
    if page.place:
        more["contentLocation"] = {"@type": "Place", "name": str(page.place)}
    return _learning_resource("praktijkvoorbeeld", date(page.year, 1, 1) if page.year else None, **more)


def _step_plan(page: StepPlanPage) -> Additions:
    steps = [{"@type": "HowToStep", "name": block.value["title"]} for block in page.steps]
    return Additions(
        schema_types=("HowTo", "LearningResource"), schema={"learningResourceType": "stappenplan", "step": steps}
    )


def _learning_resource(kind: str, issued: date | None = None, **more: Any) -> Additions:
    return Additions(
        schema_types=("Article", "LearningResource"), schema={"learningResourceType": kind, **more}, issued=issued
    )
