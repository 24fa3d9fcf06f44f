"""What insights, policy pieces, project lines and answers add to what machines read."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from editorial import plain_text
from editorial.addresses import site_path
from harvesting import metadata
from harvesting.formats import schema_org
from harvesting.metadata import Additions, Metadata
from harvesting.parts import Source
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
    """A page of one question, with the short answer as the accepted one, its authors, and what it stands on."""

    def question(said: Metadata) -> dict[str, Any]:
        authors = [schema_org.author_node(author) for author in said.authors] or [schema_org.site_node()]
        answer = {
            "@type": "Answer",
            "text": plain_text.from_html(page.short_answer),
            "url": said.url,
            "datePublished": page.answered_on.isoformat(),
            "author": authors,
        }
        asked: dict[str, Any] = {"@type": "Question", "name": page.title, "answerCount": 1, "acceptedAnswer": answer}
        if page.asked_as:
            asked["text"] = page.asked_as
        if page.asked_on:
            asked["dateCreated"] = page.asked_on.isoformat()
        return {"mainEntity": asked}

    return Additions(
        schema_types=("QAPage", "LearningResource"),
        schema={"learningResourceType": "antwoord op een kennisvraag"},
        schema_from=question,
        issued=page.answered_on,
        sources=tuple(Source(block.value["reference"], block.value.get("address") or "") for block in page.references),
    )
