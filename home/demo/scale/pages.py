"""Generated pages: all that their tables need, from a number alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.text import slugify

from editorial.demonstration.identity import working_moment
from editorial.evidence import Certainty, PracticeEvidence
from editorial.models import ContentPage
from home.demo.scale.generated import slug_of
from home.demo.scale.surroundings import Surroundings
from home.demo.scale.writer import Writer
from home.models import NewsPage
from practices.models import PracticePage
from research.models import InsightPage, Method

_FIRST, _LAST = date(2021, 5, 3), date(2026, 6, 12)
_KEY_POINTS, _KEY_POINT_LENGTH = 3, 240
#: Of every ten pages.
_PRACTICES, _INSIGHTS = 7, 2


@dataclass(frozen=True)
class GeneratedPage:
    """A page and what belongs to it."""

    model: type[ContentPage]
    title: str
    slug: str
    published_at: datetime
    fields: Mapping[str, Any]
    theme_ids: tuple[int, ...]
    #: Primary keys of terms, by the name of the field.
    terms: Mapping[str, tuple[int, ...]]
    author_ids: tuple[int, ...]


def generate(number: int, around: Surroundings) -> GeneratedPage:
    """The page with this number: the same in the same surroundings, whatever other pages there are."""
    writer = Writer(number, around)
    model = model_of(number)
    published_at = working_moment(f"schaal/{number}", _FIRST, _LAST)
    kind = str(model.content_kind)
    title = writer.title(kind)
    fields = {"licence": "cc-by", "substantially_changed_on": published_at.date()}
    fields |= _FIELDS[model](writer, published_at.date())
    return GeneratedPage(
        model=model,
        title=title,
        slug=slug_of(number, slugify(title)),
        published_at=published_at,
        fields=fields,
        theme_ids=writer.theme_ids,
        terms={
            "levels": writer.level_ids,
            "subjects": writer.some(around.subject_ids, 2),
            "audiences": writer.some(around.audience_ids, 3),
        },
        author_ids=writer.some(around.person_ids, 3) if model is InsightPage else (),
    )


def model_of(number: int) -> type[ContentPage]:
    """Seven practices, two insights and one news article in every ten."""
    place = number % 10
    if place < _PRACTICES:
        return PracticePage
    return InsightPage if place < _PRACTICES + _INSIGHTS else NewsPage


def _practice(writer: Writer, day: date) -> dict[str, Any]:
    chance = writer.chance
    at_school = chance.random() < 0.8
    steps = [
        writer.block("step", {"title": writer.title("step"), "text": writer.html("step", 2)}, place)
        for place in range(chance.randint(3, 6))
    ]
    return {
        "summary": writer.summary("occasion", "step", "result"),
        "school_id": chance.choice(writer.around.school_ids) if at_school else None,
        "municipality_id": None if at_school else writer.municipality_id,
        "period": f"schooljaar {day.year - 1}-{day.year}",
        "year": day.year,
        "occasion": writer.html("occasion", 4),
        "goal": writer.html("goal", 2),
        "approach": steps,
        "duration": writer.title("duration"),
        "staff": writer.word("wie_mv"),
        "cost_level": chance.choice((1, 1, 2, 2, 3, 4, None)),
        "materials": f"<ul><li>{writer.word('middel')}</li><li>{writer.word('middel')}</li></ul>",
        "result": writer.html("result", 4),
        "measured_how": writer.html("measured", 2),
        "evidence": chance.choice(PracticeEvidence.values),
        "lessons": writer.html("lesson", 3),
    }


def _insight(writer: Writer, day: date) -> dict[str, Any]:
    chance = writer.chance
    published = date(chance.randint(1996, day.year), chance.randint(1, 12), 1)
    return {
        "summary": writer.summary("finding", "finding", "limit"),
        "question": writer.title("question"),
        "key_points": [
            writer.block("point", point[:_KEY_POINT_LENGTH], place)
            for place, point in enumerate(writer.sentences("finding", _KEY_POINTS))
        ],
        "plain_summary": writer.html("finding", 4, paragraphs=3),
        "for_classroom": writer.html("classroom", 5),
        "certainty": chance.choice(Certainty.values),
        "certainty_explanation": writer.text("limit", 2),
        "limits": writer.html("limit", 3),
        "method": chance.choice(Method.values),
        "sample": writer.text("measured", 1),
        "outcome": writer.text("goal", 1),
        "reference_title": writer.title("insight"),
        "publication_date": min(published, day),
        "source_language": "nl",
    }


def _news(writer: Writer, day: date) -> dict[str, Any]:
    text = writer.html("news", 4) + "<h2>Wat er gebeurt</h2>" + writer.html("step", 3) + writer.html("result", 3)
    return {
        "summary": writer.summary("news", "news"),
        "date": day,
        "intro": writer.text("news", 2),
        "body": [writer.block("text", text, 0)],
    }


_FIELDS = {PracticePage: _practice, InsightPage: _insight, NewsPage: _news}
