"""Where a submission stands, and what the editors say of it, for who brought it in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from editorial.contributing import following
from editorial.contributing.following import Conversation, Said, Stage
from research.models import InsightPage
from research.publications.answers import LABELS
from research.publications.models import Submission
from research.publications.steps import answer_to, step_of


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of the editors on a field, with the answers to it. ``form_id`` names the form that answers it."""

    said: Said
    field: str
    label: str
    step: str
    is_settled: bool
    replies: tuple[Said, ...]

    @property
    def form_id(self) -> str:
        """The id of the form that answers it, which stands outside the step's own form."""
        return f"antwoord-{self.said.pk}"


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


def remarks_on(submission: Submission, viewer: User) -> list[Remark]:
    """The comments on its page, those still open first, in the order in which they were made; three queries."""
    return [_remark(one) for one in following.conversations_on(submission.page_id, viewer)]


def _remark(conversation: Conversation) -> Remark:
    answer = answer_to(conversation.page_field)
    return Remark(
        said=conversation.said,
        field=answer,
        label=_label(answer),
        step=step_of(conversation.page_field),
        is_settled=conversation.is_settled,
        replies=conversation.replies,
    )


def _label(name: str) -> str:
    known = LABELS.get(name)
    if known is not None:
        return str(known)
    fields = {one.name: one for one in InsightPage._meta.get_fields()}
    return str(getattr(fields.get(name), "verbose_name", "") or _("de pagina")).capitalize()
