"""What a contributor hears: a comment, a return, the publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Comment, CommentReply, Page, WorkflowState
from wagtail.signals import page_published, workflow_rejected

import delivery
from delivery import kinds
from delivery.kinds import Kind, Message, Reason
from editorial.contributing import policy
from editorial.contributing.models import S
from editorial.contributing.steps import Steps
from editorial.reading import page_url


@dataclass(frozen=True, slots=True)
class Words:
    """How a room says it: why somebody hears of it, as contributor and as author, and a word of thanks."""

    contributed: Promise
    credited: Promise
    thanks: Promise


class SubmissionNews(Generic[S]):
    """The news about one kind of submission. ``name`` begins the names of its events, ``target`` what one follows."""

    def __init__(self, kind: type[S], name: str, target: str, steps: Steps, words: Words) -> None:
        self.kind = kind
        self.name = name
        self.commented, self.returned, self.published = f"{name}_commented", f"{name}_returned", f"{name}_published"
        self._target, self._steps, self._words = target, steps, words

    def connect(self, page: type[Page]) -> None:
        """Listen to the editors of this kind of page, and tell delivery what can happen; called once."""
        post_save.connect(self._on_comment, sender=Comment, dispatch_uid=self.commented)
        post_save.connect(self._on_comment, sender=CommentReply, dispatch_uid=f"{self.commented}_reply")
        workflow_rejected.connect(self._on_return, sender=WorkflowState, dispatch_uid=self.returned)
        page_published.connect(self._on_publication, sender=page, dispatch_uid=self.published)
        for kind in (self.commented, self.returned):
            kinds.register(Kind(kind, self._contributor, self._may_follow, partial(self._present, kind)))
        kinds.register(Kind(self.published, self._credited, self._may_read, self._present_publication))

    def target(self, submission: S) -> str:
        """What one subscribes to."""
        return f"{self._target}:{submission.pk}"

    def of_page(self, page_id: int) -> S | None:
        """What a page came from."""
        return self.kind._default_manager.filter(page_id=page_id).first()

    def is_news(self, page: Any) -> bool:
        """Whether the publication of this page is to be told."""
        return True

    def _on_comment(self, sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
        page_id = instance.page_id if sender is Comment else instance.comment.page_id
        submission = self.of_page(page_id) if created and not raw else None
        if submission is not None and submission.contributor_id != instance.user_id:
            delivery.announce(
                self.commented,
                about=self.target(submission),
                actor_id=instance.user_id,
                data={"submission": submission.pk, "text": Truncator(instance.text).chars(300)},
                key=f"{self.commented}:{sender.__name__}:{instance.pk}",
            )

    def _on_return(self, instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
        if instance.base_content_type_id != ContentType.objects.get_for_model(Page).pk:
            return
        submission, task_state = self.of_page(int(instance.object_id)), instance.current_task_state
        if submission is not None and task_state is not None:
            delivery.announce(
                self.returned,
                about=self.target(submission),
                actor_id=getattr(user, "pk", None),
                data={"submission": submission.pk, "text": Truncator(task_state.comment).chars(300)},
                key=f"{self.returned}:{task_state.pk}",
            )

    def _on_publication(self, instance: Any, **kwargs: Any) -> None:
        submission = self.of_page(instance.pk)
        if submission is None or not self.is_news(instance):
            return
        # Once each time that it was sent in: an editor who mends a comma later on is no news.
        moment = submission.sent_at or submission.started_at
        delivery.announce(
            self.published,
            about=self.target(submission),
            data={"submission": submission.pk, "page": instance.pk},
            key=f"{self.published}:{submission.pk}:{moment.isoformat()}",
        )

    def _submission(self, event: Any) -> S | None:
        if "submission" not in event.memory:
            found = self.kind._default_manager.select_related("page", "contributor")
            event.memory["submission"] = found.filter(pk=event.data["submission"]).first()
        submission: S | None = event.memory["submission"]
        return submission

    def _contributor(self, event: Any) -> Iterable[Reason]:
        submission = self._submission(event)
        if submission is not None and submission.contributor_id:
            yield Reason(submission.contributor_id, self._words.contributed, True)

    def _credited(self, event: Any) -> Iterable[Reason]:
        yield from self._contributor(event)
        submission = self._submission(event)
        if submission is not None and submission.page is not None:
            authors = submission.page.page_authors.exclude(person__user=None)
            others = authors.exclude(person__user=submission.contributor_id)
            for user_id in others.values_list("person__user", flat=True):
                yield Reason(user_id, self._words.credited, True)

    def _may_follow(self, event: Any, user: Any) -> bool:
        submission = self._submission(event)
        return submission is not None and policy.may_follow(user, submission)

    def _may_read(self, event: Any, user: Any) -> bool:
        submission = self._submission(event)
        return submission is not None and submission.page is not None and submission.page.live

    def _present(self, kind: str, event: Any, user: Any) -> Message | None:
        submission = self._submission(event)
        if submission is None:
            return None
        words = {
            self.commented: _("De redactie heeft een opmerking bij “%(title)s”"),
            self.returned: _("De redactie vraagt je om “%(title)s” aan te passen"),
        }
        title = words[kind] % {"title": submission.title}
        return Message(title, event.data.get("text", ""), self._steps.overview_url(submission))

    def _present_publication(self, event: Any, user: Any) -> Message | None:
        submission = self._submission(event)
        if submission is None or submission.page is None:
            return None
        title = _("“%(title)s” staat op de site") % {"title": submission.page.title}
        return Message(title, str(self._words.thanks), page_url(submission.page))
