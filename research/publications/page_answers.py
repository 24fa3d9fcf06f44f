"""Between a page, as editors have it, and the answers of the form."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date

from wagtail.blocks import StreamValue

from editorial.contributing import plain_markup
from editorial.contributing.merging import Answers
from editorial.contributing.page_content import Content
from research.models import DatePrecision, InsightPage
from research.publications.answers import PLAIN, POINTS, RICH
from research.publications.page_authors import authors_in
from vocabulary.memory import vocabulary
from vocabulary.models import Level, Theme

_LENGTHS = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7, DatePrecision.DAY: 10}


def answers_of(page: InsightPage, base: Answers) -> Answers:
    """What the form would show of this state of a page."""
    return answers_in(page.serializable_data(), base)


def answers_in(content: Content, base: Answers) -> Answers:
    """What the form would show of a page that was kept as ``content``; what is the researcher's own is not in it.

    ``base`` is what the researcher and the page last agreed on: an author whom nobody touched is named as there.
    """
    answers: Answers = {name: "" if content.get(name) is None else str(content[name]) for name in PLAIN}
    answers |= {name: plain_markup.to_text(content.get(name) or "") for name in RICH}
    points = [str(block["value"]) for block in json.loads(content.get("key_points") or "[]")]
    answers |= dict(zip(POINTS, [*points, "", "", ""], strict=False))
    themes = vocabulary().by_pk
    keys = [("theme", row["tag"]) for row in content.get("theme_tags") or ()]
    answers["themes"] = sorted(themes[key].code for key in keys if key in themes)
    answers["levels"] = sorted(content.get("levels") or ())
    answers["publication_date"] = _date_text(content)
    answers["project"] = str(content.get("project") or "")
    answers["authors"] = authors_in(content, base.get("authors") or [])
    return answers


def write(page: InsightPage, answers: Answers, names: Collection[str]) -> None:
    """Put the answers called ``names`` into ``page``, in memory; all else of the page stays as it is."""
    for name in names:
        value = answers.get(name)
        if name == "certainty":
            setattr(page, name, int(value) if value else None)
        elif name in PLAIN:
            setattr(page, name, value or "")
        elif name in RICH:
            setattr(page, name, plain_markup.to_html(value or ""))
        elif name == "levels":
            page.levels = Level.objects.filter(pk__in=value or [])
        elif name == "themes":
            page.themes.set(Theme.objects.filter(slug__in=value or []))
        elif name == "publication_date":
            day, page.date_precision = _date_from(value or "")
            setattr(page, name, day)
        elif name == "project":
            page.project_id = int(value) if value else None
    if set(names) & set(POINTS):
        page.key_points = _points(page, [answers.get(name) or "" for name in POINTS])


def _points(page: InsightPage, texts: list[str]) -> StreamValue:
    """Blocks keep their identity, to which comments hang, by their place."""
    block = page._meta.get_field("key_points").stream_block
    old = list(page.key_points)
    return StreamValue(block, [("point", text, old[at].id if at < len(old) else None) for at, text in enumerate(texts)])


def _date_text(content: Content) -> str:
    length = _LENGTHS.get(DatePrecision(content.get("date_precision") or DatePrecision.YEAR), 4)
    return str(content.get("publication_date") or "")[:length]


def _date_from(text: str) -> tuple[date | None, str]:
    numbers = [int(part) for part in text.split("-") if part]
    if not numbers:
        return None, DatePrecision.YEAR
    precision = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)[len(numbers) - 1]
    return date(*[*numbers, 1, 1][:3]), precision
