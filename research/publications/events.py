"""What a researcher hears: a comment, a return, the publication."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Comment, CommentReply, Page, WorkflowState
from wagtail.signals import page_published, workflow_rejected

import delivery
from delivery import kinds
from delivery.kinds import Kind, Message, Reason
from editorial.reading import page_url
from research.models import InsightPage
from research.publications import policy
from research.publications.models import Submission

COMMENTED, RETURNED, PUBLISHED = "publication_commented", "publication_returned", "publication_published"


def connect() -> None:
    """Listen to the editors, and tell delivery what can happen; called once, when the app is ready."""
    post_save.connect(_on_comment, sender=Comment, dispatch_uid="publications.comment")
    post_save.connect(_on_comment, sender=CommentReply, dispatch_uid="publications.comment_reply")
    workflow_rejected.connect(_on_return, sender=WorkflowState, dispatch_uid="publications.returned")
    page_published.connect(_on_publication, sender=InsightPage, dispatch_uid="publications.told")
    kinds.register(Kind(COMMENTED, _contributor, _may_follow, partial(_present, COMMENTED)))
    kinds.register(Kind(RETURNED, _contributor, _may_follow, partial(_present, RETURNED)))
    kinds.register(Kind(PUBLISHED, _credited, _may_read, _present_publication))


def target(submission: Submission) -> str:
    """What one subscribes to."""
    return f"publicatie:{submission.pk}"


def _on_comment(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    page_id = instance.page_id if sender is Comment else instance.comment.page_id
    submission = Submission.objects.filter(page_id=page_id).first() if created and not raw else None
    if submission is not None and submission.contributor_id != instance.user_id:
        delivery.announce(
            COMMENTED,
            about=target(submission),
            actor_id=instance.user_id,
            data={"submission": submission.pk, "text": Truncator(instance.text).chars(300)},
            key=f"{COMMENTED}:{sender.__name__}:{instance.pk}",
        )


def _on_return(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    if instance.base_content_type_id != ContentType.objects.get_for_model(Page).pk:
        return
    submission = Submission.objects.filter(page_id=int(instance.object_id)).first()
    task_state = instance.current_task_state
    if submission is not None and task_state is not None:
        delivery.announce(
            RETURNED,
            about=target(submission),
            actor_id=getattr(user, "pk", None),
            data={"submission": submission.pk, "text": Truncator(task_state.comment).chars(300)},
            key=f"{RETURNED}:{task_state.pk}",
        )


def _on_publication(instance: InsightPage, **kwargs: Any) -> None:
    submission = Submission.objects.filter(page_id=instance.pk).first()
    if submission is None or instance.withdrawn_on is not None:
        return
    # Once each time that it was sent in: an editor who mends a comma later on is no news.
    moment = submission.sent_at or submission.started_at
    delivery.announce(
        PUBLISHED,
        about=target(submission),
        data={"submission": submission.pk, "page": instance.pk},
        key=f"{PUBLISHED}:{submission.pk}:{moment.isoformat()}",
    )


def _submission(event: Any) -> Submission | None:
    if "submission" not in event.memory:
        found = Submission.objects.select_related("page", "contributor")
        event.memory["submission"] = found.filter(pk=event.data["submission"]).first()
    submission: Submission | None = event.memory["submission"]
    return submission


def _contributor(event: Any) -> Iterable[Reason]:
    submission = _submission(event)
    if submission is not None and submission.contributor_id:
        yield Reason(submission.contributor_id, gettext_lazy("Je bracht deze publicatie in."), True)


def _credited(event: Any) -> Iterable[Reason]:
    yield from _contributor(event)
    submission = _submission(event)
    if submission is not None and submission.page is not None:
        authors = submission.page.page_authors.exclude(person__user=None)
        for user_id in authors.exclude(person__user=submission.contributor_id).values_list("person__user", flat=True):
            yield Reason(user_id, gettext_lazy("Je staat als auteur bij deze publicatie."), True)


def _may_follow(event: Any, user: Any) -> bool:
    submission = _submission(event)
    return submission is not None and policy.may_follow(user, submission)


def _may_read(event: Any, user: Any) -> bool:
    submission = _submission(event)
    return submission is not None and submission.page is not None and submission.page.live


def _present(kind: str, event: Any, user: Any) -> Message | None:
    submission = _submission(event)
    if submission is None:
        return None
    words = {
        COMMENTED: _("De redactie heeft een opmerking bij “%(title)s”"),
        RETURNED: _("De redactie vraagt je om “%(title)s” aan te passen"),
    }
    url = reverse("publications:submission", args=[submission.uuid])
    return Message(words[kind] % {"title": submission.title}, event.data.get("text", ""), url)


def _present_publication(event: Any, user: Any) -> Message | None:
    submission = _submission(event)
    if submission is None or submission.page is None:
        return None
    title = _("“%(title)s” staat op de site") % {"title": submission.page.title}
    return Message(title, _("Dank je wel voor het inbrengen."), page_url(submission.page))
