"""The draft of an answer: shared by who write it, and nobody's text takes the place of another's unseen.

Each window in which the form is open has a word of its own. It may save when nobody saved since what it began with,
or when it was the last to save itself; within a window a higher number goes before a lower one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from editorial.contributing import typed
from organisations.tokens import new_token
from research.questions import answering
from research.questions.answering import AnswerText
from research.questions.models import AnswerDraft, AnswerPage, Question
from research.questions.policy import Action
from research.questions.workflow import Who, locked

#: The fields of the form, in its order.
FIELDS = (
    "short_answer",
    "explanation",
    "certainty",
    "certainty_explanation",
    "limits",
    "pages",
    "references",
)
MOST_TEXT = 15000
_LONGEST_NUMBER = 8


class OthersWroteError(Exception):
    """Another window saved meanwhile; ``draft`` is what that made of it."""

    def __init__(self, draft: AnswerDraft) -> None:
        super().__init__(draft)
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Writing:
    """One window with the form: its word, the number of the draft it began with, and of what it sends."""

    window: str
    based_on: int
    number: int
    #: The revision of the editors' page that its writer saw.
    revision: int | None = None
    by_button: bool = False

    @classmethod
    def begun(cls, draft: AnswerDraft | None, revision: int | None) -> Writing:
        """A new window, with this draft in it."""
        version = draft.version if draft else 0
        return cls(new_token(), version, version, revision)

    @classmethod
    def sent(cls, posted: Mapping[str, Any], *, by_button: bool) -> Writing:
        """As a form sends it. The script counts up itself; a button is the step after what the script sent."""
        number = _number(posted.get("draft_version", "")) or 0
        return cls(
            str(posted.get("window", ""))[:64],
            _number(posted.get("based_on", "")) or 0,
            number + 1 if by_button else number,
            _number(posted.get("revisie", "")),
            by_button,
        )


def typed_in(posted: Mapping[str, Any]) -> dict[str, str]:
    """What was typed, as it was typed; nothing when all of it is blank."""
    return typed.typed_in(posted, FIELDS, MOST_TEXT)


def draft_of(question: Question) -> AnswerDraft | None:
    """What was written and not sent; None when there is nothing. The number counts on: see :func:`row_of`."""
    row = row_of(question)
    return row if row is not None and row.values else None


def row_of(question: Question) -> AnswerDraft | None:
    """The draft, which may be empty."""
    return AnswerDraft.objects.filter(question=question).select_related("writer__profile").first()


@transaction.atomic
def keep(question_id: int, who: Who, writing: Writing, values: dict[str, str]) -> AnswerDraft:
    """Keep what was typed. Raises NotAllowedError and :class:`OthersWroteError`."""
    question, standing = locked(question_id, who, Action.DRAFT_ANSWER)
    return _keep(question, writing, values, standing.user)


@transaction.atomic
def send(question_id: int, who: Who, writing: Writing, values: dict[str, str], text: AnswerText) -> AnswerPage:
    """Give the answer to the editors; the draft is empty after it, and what still comes of it comes too late.

    Raises :class:`OthersWroteError` and what :func:`research.questions.answering.draft` raises.
    """
    question, standing = locked(question_id, who, Action.DRAFT_ANSWER)
    row = _keep(question, writing, values, standing.user)
    page = answering.draft(question_id, who, text, writing.revision)
    row.version, row.window, row.revision, row.values, row.writer = row.version + 1, "", None, {}, None
    row.save()
    return page


def _keep(question: Question, writing: Writing, values: dict[str, str], writer: User | None) -> AnswerDraft:
    """Of a locked question."""
    row, _is_new = AnswerDraft.objects.get_or_create(question=question)
    is_own = bool(writing.window) and row.window == writing.window
    is_next = writing.number > row.version and (is_own or row.version == writing.based_on)
    # Where nothing stands nothing is lost; but what comes by itself after sending does not bring it back.
    if not is_next and (row.values or not writing.by_button):
        if row.values == values:
            return row
        raise OthersWroteError(row)
    row.version, row.window = max(writing.number, row.version + 1), writing.window
    row.revision = writing.revision
    row.values, row.writer, row.updated_at = values, writer, timezone.now()
    row.save()
    return row


def _number(text: Any) -> int | None:
    text = str(text)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER else None
