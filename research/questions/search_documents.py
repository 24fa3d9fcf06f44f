"""What answers are in the index."""

from __future__ import annotations

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from editorial.evidence import Certainty
from research.questions.models import AnswerPage
from search import labels, registry
from search.describing import describe, with_terms
from search.documents import SearchDocument


def describe_answer(page: AnswerPage) -> SearchDocument:
    """An answer is found by the question in both wordings, what it says, and who wrote it."""
    certainty = Certainty(page.certainty)
    names = [row.person.name for row in page.page_authors.all()]
    return describe(
        page,
        body=[page.asked_as, page.short_answer, page.explanation, page.limits, page.certainty_explanation],
        shown_date=page.answered_on,
        keywords=[*names, *(str(block.value["reference"]) for block in page.references)],
        facets={"bewijs": [certainty.code]},
        card={
            "certainty": page.certainty,
            "certainty_text": str(certainty.label),
            "question": page.title,
        },
    )


def load_answers(pages: QuerySet[AnswerPage]) -> list[AnswerPage]:
    """Answers with their authors."""
    loaded = with_terms(pages)
    prefetch_related_objects(loaded, "page_authors__person")
    return loaded


def register() -> None:
    """Make answers findable."""
    registry.register(AnswerPage, describe_answer)
    registry.bulk(AnswerPage, load_answers)
    labels.register("type", {"answer": _("Kennisvragen")})
