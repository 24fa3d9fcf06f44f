"""Loading the demo's kennisvragen: people, answers, and questions in several states. Nothing twice, and no mail."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction
from wagtail.models import Site

from editorial.demonstration.content import ContentError, read_file, read_rows
from editorial.demonstration.rows import Tally
from research.questions.demo.answers import load_answer, load_listing
from research.questions.demo.people import load_person
from research.questions.demo.questions import load_question

_CONTENT = Path(__file__).parent / "content"


@transaction.atomic
def load(tally: Tally) -> None:
    """All of it or nothing. Raises ContentError."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise ContentError("questions.toml", "", "there is no site to put it on")
    file = read_file(_CONTENT, "questions.toml")
    people = {item.slug: load_person(item, tally) for item in read_rows(_CONTENT, "questions.toml", "people")}
    listing = load_listing(file, site.root_page, tally)
    questions = read_rows(_CONTENT, "questions.toml", "questions")
    by_answer = {item["answer"]: item for item in questions if "answer" in item}
    pages = {
        item.slug: load_answer(item, by_answer[item.slug], listing, people, tally)
        for item in read_rows(_CONTENT, "answers.toml", "answers")
    }
    for item in questions:
        load_question(item, people, pages, tally)
