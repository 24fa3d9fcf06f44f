"""What the editors do with the page of an answer comes back to its question."""

from __future__ import annotations

from typing import Any

from wagtail.signals import page_published, page_unpublished

from research.questions import answering
from research.questions.models import AnswerPage


def connect() -> None:
    """Start listening; called once, when the app is ready."""
    page_published.connect(_published, sender=AnswerPage, dispatch_uid="questions.published")
    page_unpublished.connect(_unpublished, sender=AnswerPage, dispatch_uid="questions.unpublished")


def _published(instance: AnswerPage, **_: Any) -> None:
    answering.note_published(instance)


def _unpublished(instance: AnswerPage, **_: Any) -> None:
    answering.note_unpublished(instance)
