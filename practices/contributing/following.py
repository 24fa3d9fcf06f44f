"""Where a submission stands, and what the editors say of it, for who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import TaskState

from accounts.models import User
from editorial.contributing import following
from editorial.contributing.following import Conversation, Said, Stage
from practices.contributing.answers import LABELS
from practices.contributing.steps import step_of
from practices.models import PracticePage, Submission


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of the editors on a field, with the answers to it."""

    said: Said
    field: str
    label: str
    step: str
    is_settled: bool
    replies: tuple[Said, ...]


def stages(submissions: Iterable[Submission]) -> dict[int, Stage]:
    """The stage of each submission by its key; one query. Read them with ``select_related("page")``."""
    submissions = list(submissions)
    running = following.running_workflows([submission.page_id for submission in submissions if submission.page_id])
    return {
        submission.pk: following.stage_of(submission.page, submission.sent_at, running.get(submission.page_id or 0))
        for submission in submissions
    }


def stage_of(submission: Submission) -> Stage:
    """The stage of one submission."""
    return stages([submission])[submission.pk]


def returned_with(submission: Submission) -> list[TaskState]:
    """Each time that the editors sent it back with words, the latest first."""
    return following.returned_with(submission.page_id)


def remarks_on(submission: Submission, viewer: User) -> list[Remark]:
    """The comments on its page, those still open first, in the order in which they were made; three queries."""
    return [_remark(one) for one in following.conversations_on(submission.page_id, viewer)]


def _remark(conversation: Conversation) -> Remark:
    field = conversation.page_field
    return Remark(
        said=conversation.said,
        field={"approach": "steps"}.get(field, field),
        label=_label(field),
        step=step_of(field),
        is_settled=conversation.is_settled,
        replies=conversation.replies,
    )


def _label(field: str) -> str:
    known = LABELS.get({"approach": "steps"}.get(field, field))
    if known is not None:
        return str(known)
    names = {one.name: one for one in PracticePage._meta.get_fields()}
    return str(getattr(names.get(field), "verbose_name", "") or _("de pagina")).capitalize()
