"""The answer to a question: written by who looked into it, a draft of the editors, then a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.html import linebreaks
from wagtail.models import Page
from wagtail.rich_text import RichText

from accounts.models import User
from editorial.contributing.crediting import credit
from editorial.contributing.drafts import add_draft, place_for, send_to_editors
from editorial.models import PageRelation, RelationKind
from research.questions.models import AnswerIndexPage, AnswerPage, AssignmentState, Question, State
from research.questions.models.answer import RESERVED_SLUGS
from research.questions.policy import Action
from research.questions.workflow import Who, locked, move


class NoPlaceForAnswersError(Exception):
    """The site has no list of answers to put a draft in."""


class ChangedMeanwhileError(Exception):
    """An editor saved the draft after this form was opened."""


@dataclass(frozen=True, slots=True)
class AnswerText:
    """What the form gives: plain texts, the level of evidence, and what it stands on."""

    short_answer: str
    explanation: str
    certainty: int
    certainty_explanation: str
    limits: str = ""
    #: (reference, address) of sources that are no page of this site.
    references: Sequence[tuple[str, str]] = ()
    #: Pages of this site on which the answer builds.
    pages: Sequence[Page] = field(default_factory=tuple)


@transaction.atomic
def draft(question_id: int, who: Who, text: AnswerText, revision_id: int | None = None) -> AnswerPage:
    """Put an answer, or a better one, before the editors.

    ``revision_id`` is the draft that the writer saw. Raises NotAllowedError, :class:`NoPlaceForAnswersError` and
    :class:`ChangedMeanwhileError`.
    """
    question, standing = locked(question_id, who, Action.DRAFT_ANSWER)
    by = standing.user
    page = latest_draft(question)
    if page is None:
        page = _new_page(question, text, by)
        question.answer_page = page
    elif page.latest_revision_id != revision_id:
        raise ChangedMeanwhileError
    else:
        fill(page, text)
    credit(page, writers_of(question, by))
    send_to_editors(page, by)
    move(question, Action.DRAFT_ANSWER, by)
    return page


def latest_draft(question: Question) -> AnswerPage | None:
    """The answer as the editors have it now; None when there is none yet."""
    if question.answer_page_id is None:
        return None
    page: AnswerPage = AnswerPage.objects.get(pk=question.answer_page_id).get_latest_revision_as_object()
    return page


@transaction.atomic
def note_published(page: AnswerPage) -> None:
    """The editors published it: the question is answered, and everyone concerned hears."""
    question = Question.objects.select_for_update().filter(answer_page_id=page.pk, state=State.IN_EDITING).first()
    if question is not None:
        move(question, Action.PUBLISH, None)


@transaction.atomic
def note_unpublished(page: AnswerPage) -> None:
    """The editors took it back: it is with them again."""
    question = Question.objects.select_for_update().filter(answer_page_id=page.pk, state=State.ANSWERED).first()
    if question is not None:
        move(question, Action.TAKE_BACK, None)


def _new_page(question: Question, text: AnswerText, by: User | None) -> AnswerPage:
    parent = place_for(AnswerIndexPage)
    if parent is None:
        raise NoPlaceForAnswersError
    page = page_about(question)
    page.owner = by
    fill(page, text)
    add_draft(page, parent, fallback="vraag", reserved=RESERVED_SLUGS, most=90)
    return page


def page_about(question: Question) -> AnswerPage:
    """A page with what the question says, and nothing of its answer; not saved, and without an address."""
    page = AnswerPage(
        title=question.wording[:255],
        live=False,
        asked_as=question.asked_as,
        asked_on=timezone.localdate(question.created_at),
    )
    if question.theme:
        page.themes.add(question.theme)
    page.levels = [question.level] if question.level else []
    page.subjects = [question.subject] if question.subject else []
    return page


def fill(page: AnswerPage, text: AnswerText) -> None:
    """Put what was written into a page, without saving it."""
    page.summary = _first_words(text.short_answer)
    page.short_answer = linebreaks(text.short_answer, autoescape=True)
    page.explanation = [("text", RichText(linebreaks(text.explanation, autoescape=True)))]
    page.certainty, page.certainty_explanation = text.certainty, text.certainty_explanation
    page.limits = linebreaks(text.limits, autoescape=True) if text.limits else ""
    page.references = [("reference", {"reference": words, "address": url}) for words, url in text.references]
    page.answered_on = timezone.localdate()
    kept: list[Any] = [row for row in page.outgoing_relations.all() if row.kind != RelationKind.BUILDS_ON]
    new = [PageRelation(kind=RelationKind.BUILDS_ON, target=target) for target in text.pages]
    page.outgoing_relations = [*kept, *new]


def writers_of(question: Question, by: User | None) -> list[User]:
    """Those who took it on, in the order in which they were asked; otherwise who wrote it."""
    assignments = question.assignments.filter(state=AssignmentState.ACCEPTED).select_related("researcher__profile")
    return [assignment.researcher for assignment in assignments] or ([by] if by else [])


def _first_words(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 300 else words[:297].rsplit(" ", 1)[0] + " …"
