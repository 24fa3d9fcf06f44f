"""Where something that a member sent in stands, and what the editors say of it."""

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
from editorial.contributing.models import MemberSubmission
from editorial.contributing.steps import Steps


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
    """A comment of the editors on a field, with the answers to it. ``step`` is where the ``field`` is filled in."""

    said: Said
    field: str
    label: str
    step: str
    url: str
    is_settled: bool
    replies: tuple[Said, ...]

    @property
    def form_id(self) -> str:
        """The id of the form that answers it, which stands outside the step's own form."""
        return f"antwoord-{self.said.pk}"


def stages(submissions: Iterable[MemberSubmission]) -> dict[int, Stage]:
    """The stage of each submission by its key; one query. Read them with ``select_related("page")``."""
    submissions = list(submissions)
    running = _running_workflows([submission.page_id for submission in submissions if submission.page_id])
    return {submission.pk: _stage(submission, running.get(submission.page_id or 0)) for submission in submissions}


def stage_of(submission: MemberSubmission) -> Stage:
    """The stage of one submission."""
    return stages([submission])[submission.pk]


def returned_with(submission: MemberSubmission) -> list[TaskState]:
    """Each time that the editors sent it back with words, the latest first."""
    states = TaskState.objects.filter(
        workflow_state__object_id=str(submission.page_id or ""),
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page),
        status=TaskState.STATUS_REJECTED,
    )
    return list(states.exclude(comment="").order_by("-finished_at"))


def remarks_on(submission: MemberSubmission, viewer: User, steps: Steps) -> list[Remark]:
    """The comments on its page, those still open first, in the order in which they were made; three queries."""
    if submission.page_id is None:
        return []
    comments = (
        Comment.objects.filter(page_id=submission.page_id)
        .select_related("user__profile")
        .prefetch_related(models.Prefetch("replies", CommentReply.objects.select_related("user__profile")))
        .order_by("created_at", "pk")
    )
    found = [_remark(comment, submission, viewer, steps) for comment in comments]
    # What the member put in for the editors is a conversation only once they answer.
    found = [one for one in found if one.replies or not one.said.own]
    return sorted(found, key=lambda remark: remark.is_settled)


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


def _running_workflows(page_ids: Iterable[int]) -> dict[int, str]:
    """Status of the workflow of each page that is in one; one query."""
    states = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(Page), object_id__in=[str(pk) for pk in page_ids]
    )
    return {int(pk): status for pk, status in states.values_list("object_id", "status")}


def _stage(submission: MemberSubmission, workflow: str | None) -> Stage:
    page = submission.page
    if page is None:
        return Stage.CLOSED if submission.sent_at else Stage.WRITING
    if workflow == WorkflowState.STATUS_IN_PROGRESS:
        return Stage.IN_REVIEW
    if workflow == WorkflowState.STATUS_NEEDS_CHANGES:
        return Stage.RETURNED
    return Stage.PUBLISHED if page.live else Stage.WITH_EDITORS


def _remark(comment: Comment, submission: MemberSubmission, viewer: User, steps: Steps) -> Remark:
    page_field = comment.contentpath.split(".")[0]
    step = steps.step_of(page_field)
    return Remark(
        said=_said(comment, viewer),
        field=steps.answer_to(page_field),
        label=_label(page_field, submission, steps),
        step=step,
        url=steps.url(submission, step),
        is_settled=comment.resolved_at is not None,
        replies=tuple(_said(answer, viewer) for answer in sorted(comment.replies.all(), key=lambda said: said.pk)),
    )


def _label(page_field: str, submission: MemberSubmission, steps: Steps) -> str:
    """What the form calls it; otherwise what the editors' own form does."""
    known = steps.labels.get(steps.answer_to(page_field))
    if known is not None or submission.page is None:
        return str(known or "")
    names = {one.name: one for one in submission.page._meta.get_fields()}
    return str(getattr(names.get(page_field), "verbose_name", "") or _("de pagina")).capitalize()


def _said(words: Comment | CommentReply, viewer: User) -> Said:
    return Said(
        pk=words.pk,
        who=display_name(words.user, viewer),
        own=words.user_id == viewer.pk,
        text=words.text,
        at=words.created_at,
    )
