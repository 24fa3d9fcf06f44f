"""What insights, policy pieces, project lines and answers add to what machines read."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from editorial import plain_text
from editorial.addresses import site_path
from harvesting import metadata
from harvesting.metadata import Additions
from research.models import InsightPage, PolicyPage
from research.projects.models import ProjectLinePage
from research.questions.models import AnswerPage


def register() -> None:
    """Called once, when the room is ready."""
    metadata.register(
        InsightPage.content_kind,
        _insight,
        text_fields=(
            "question",
            "key_points",
            "plain_summary",
            "for_classroom",
            "certainty_explanation",
            "limits",
            "method_text",
            "sample",
            "outcome",
            "effect",
            "abstract",
            "body",
        ),
        file_fields=("files",),
    )
    metadata.register(
        PolicyPage.content_kind,
        lambda page: Additions(issued=page.effective_from),
        text_fields=("decided_by", "for_whom", "asks_of_school", "body"),
    )
    metadata.register(
        ProjectLinePage.content_kind,
        _project_line,
        text_fields=("question", "why", "approach", "so_far", "take_part", "body"),
    )
    metadata.register(
        AnswerPage.content_kind,
        _answer,
        text_fields=("asked_as", "short_answer", "explanation", "certainty_explanation", "limits"),
    )


def _insight(page: InsightPage) -> Additions:
    """Dated as it appeared here: the publication that it tells of has a date of its own."""
    more: dict[str, Any] = {"learningResourceType": "onderzoeksinzicht"}
    if page.funder:
        more["funder"] = {"@type": "Organization", "name": page.funder}
    return Additions(schema_types=("Article", "LearningResource"), schema=more, version=str(page.version))


def _project_line(page: ProjectLinePage) -> Additions:
    url = settings.SITE_URL + site_path(page.url_path)
    project = {"@type": "ResearchProject", "@id": f"{url}#project", "name": page.title, "url": url}
    return Additions(schema={"mainEntity": project}, issued=page.starts_on)


def _answer(page: AnswerPage) -> Additions:
    """A page of one question, with the short answer as the accepted one."""
    answer = {"@type": "Answer", "text": plain_text.from_html(page.short_answer)}
    question = {
        "@type": "Question",
        "name": page.asked_as or page.title,
        "answerCount": 1,
        "acceptedAnswer": answer,
    }
    return Additions(schema_types=("QAPage",), schema={"mainEntity": question}, issued=page.answered_on)
