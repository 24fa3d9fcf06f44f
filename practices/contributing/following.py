"""Where a submission stands, and what the editors say of it, for who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Comment, CommentReply, Page, TaskState, WorkflowState

from accounts.models import User
from accounts.profiles import display_name
from practices.contributing.answers import LABELS
from practices.contributing.steps import step_of
from practices.models import PracticePage, Submission


class Stage(models.TextChoices):
    """Where a submission stands."""

    WRITING = "writing", gettext_lazy("nog niet ingestuurd")
    IN_REVIEW = "in_review", gettext_lazy("in beoordeling")
    RETURNED = "returned", gettext_lazy("teruggestuurd met opmerkingen")
    WITH_EDITORS = "with_editors", gettext_lazy("ingestuurd, bij de redactie")
    PUBLISHED = "published", gettext_lazy("gepubliceerd")
    CLOSED = "closed", gettext_lazy("afgesloten door de redactie")


@dataclass(frozen=True, slots=True)
class Said:
    """Something that somebody wrote beside the text."""

    pk: int
    who: str
    own: bool
    text: str
    at: datetime


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
    running = _running([submission.page_id for submission in submissions if submission.page_id])
    return {submission.pk: _stage(submission, running.get(str(submission.page_id))) for submission in submissions}


def stage_of(submission: Submission) -> Stage:
    """The stage of one submission."""
    return stages([submission])[submission.pk]


def returned_with(submission: Submission) -> list[TaskState]:
    """Each time that the editors sent it back with words, the latest first."""
    states = TaskState.objects.filter(
        workflow_state__object_id=str(submission.page_id or ""),
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page),
        status=TaskState.STATUS_REJECTED,
    )
    return list(states.exclude(comment="").order_by("-finished_at"))


def remarks_on(submission: Submission, viewer: User) -> list[Remark]:
    """The comments on its page, those still open first, in the order in which they were made; three queries."""
    if submission.page_id is None:
        return []
    comments = (
        Comment.objects.filter(page_id=submission.page_id)
        .select_related("user__profile")
        .prefetch_related(models.Prefetch("replies", CommentReply.objects.select_related("user__profile")))
        .order_by("created_at", "pk")
    )
    # What the member put in for the editors is a conversation only once they answer.
    remarks = [one for one in (_remark(comment, viewer) for comment in comments) if one.replies or not one.said.own]
    return sorted(remarks, key=lambda remark: remark.is_settled)


@transaction.atomic
def reply(comment: Comment, user: User, text: str) -> CommentReply:
    """Answer a comment. The same words twice in a row are said once."""
    Comment.objects.select_for_update().get(pk=comment.pk)
    last = CommentReply.objects.filter(comment=comment).order_by("-pk").first()
    if last is not None and last.user_id == user.pk and last.text == text:
        return last
    said: CommentReply = CommentReply.objects.create(comment=comment, user=user, text=text)
    said.log_create(user=user)
    return said


def _running(page_ids: list[int]) -> dict[str, str]:
    """Status of the workflow of each page that is in one."""
    states = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(Page), object_id__in=[str(pk) for pk in page_ids]
    )
    return dict(states.values_list("object_id", "status"))


def _stage(submission: Submission, workflow: str | None) -> Stage:
    if submission.page is None:
        return Stage.CLOSED if submission.sent_at else Stage.WRITING
    if workflow == WorkflowState.STATUS_IN_PROGRESS:
        return Stage.IN_REVIEW
    if workflow == WorkflowState.STATUS_NEEDS_CHANGES:
        return Stage.RETURNED
    return Stage.PUBLISHED if submission.page.live else Stage.WITH_EDITORS


def _remark(comment: Comment, viewer: User) -> Remark:
    field = comment.contentpath.split(".")[0]
    return Remark(
        said=_said(comment, viewer),
        field={"approach": "steps"}.get(field, field),
        label=_label(field),
        step=step_of(field),
        is_settled=comment.resolved_at is not None,
        replies=tuple(_said(answer, viewer) for answer in sorted(comment.replies.all(), key=lambda said: said.pk)),
    )


def _said(words: Comment | CommentReply, viewer: User) -> Said:
    return Said(
        pk=words.pk,
        who=display_name(words.user, viewer),
        own=words.user_id == viewer.pk,
        text=words.text,
        at=words.created_at,
    )


def _label(field: str) -> str:
    known = LABELS.get({"approach": "steps"}.get(field, field))
    if known is not None:
        return str(known)
    names = {one.name: one for one in PracticePage._meta.get_fields()}
    return str(getattr(names.get(field), "verbose_name", "") or _("de pagina")).capitalize()
