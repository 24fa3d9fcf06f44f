"""Where something that a member sent in stands, and what the editors say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.translation import gettext_lazy
from wagtail.models import Comment, CommentReply, Page, TaskState, WorkflowState

from accounts.models import User
from accounts.profiles import display_name


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
class Conversation:
    """A comment of the editors on a field of the page, with the answers to it."""

    said: Said
    page_field: str
    is_settled: bool
    replies: tuple[Said, ...]


def running_workflows(page_ids: Iterable[int]) -> dict[int, str]:
    """Status of the workflow of each page that is in one; one query."""
    states = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(Page), object_id__in=[str(pk) for pk in page_ids]
    )
    return {int(pk): status for pk, status in states.values_list("object_id", "status")}


def stage_of(page: Page | None, sent_at: datetime | None, workflow: str | None) -> Stage:
    """The stage of a submission, from its page, when it was sent in, and the status of the page's workflow."""
    if page is None:
        return Stage.CLOSED if sent_at else Stage.WRITING
    if workflow == WorkflowState.STATUS_IN_PROGRESS:
        return Stage.IN_REVIEW
    if workflow == WorkflowState.STATUS_NEEDS_CHANGES:
        return Stage.RETURNED
    return Stage.PUBLISHED if page.live else Stage.WITH_EDITORS


def returned_with(page_id: int | None) -> list[TaskState]:
    """Each time that the editors sent a page back with words, the latest first."""
    states = TaskState.objects.filter(
        workflow_state__object_id=str(page_id or ""),
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page),
        status=TaskState.STATUS_REJECTED,
    )
    return list(states.exclude(comment="").order_by("-finished_at"))


def conversations_on(page_id: int | None, viewer: User) -> list[Conversation]:
    """The comments on a page, those still open first, in the order in which they were made; three queries."""
    if page_id is None:
        return []
    comments = (
        Comment.objects.filter(page_id=page_id)
        .select_related("user__profile")
        .prefetch_related(models.Prefetch("replies", CommentReply.objects.select_related("user__profile")))
        .order_by("created_at", "pk")
    )
    # What the member put in for the editors is a conversation only once they answer.
    found = [one for one in (_conversation(comment, viewer) for comment in comments) if one.replies or not one.said.own]
    return sorted(found, key=lambda conversation: conversation.is_settled)


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


def _conversation(comment: Comment, viewer: User) -> Conversation:
    return Conversation(
        said=_said(comment, viewer),
        page_field=comment.contentpath.split(".")[0],
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
