"""What every room keeps of something that a member makes for the editors, and of the files that come with it."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar
from uuid import uuid4

from django.core.files.storage import Storage, storages
from django.db import models
from wagtail.models import Page

from accounts.models import User


def private_storage() -> Storage:
    """Files that only a view serves which knows who asks."""
    return storages["private"]


class MemberSubmission(models.Model):
    """Something that one member is making in steps, from its first word on.

    ``answers`` is what the member last saved, per field of the form. Once it has been sent in there is a ``page``;
    ``base`` is then what that page said when the member's text and the page were last the same, so that what the
    editors changed since and what the member changed since can be told apart (:mod:`editorial.contributing.merging`).
    A room adds whose it is, which kind of page it becomes, and the field that counts how often steps were saved.
    """

    #: Name of the field that counts, per step of the form, how often it was saved.
    counted_in: ClassVar[str] = "versions"
    contributor: models.ForeignKey[Any, User | None]
    contributor_id: int | None
    page: models.OneToOneField[Any, Page | None]
    page_id: int | None

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    #: Made with the form that started it: sent twice, it starts one.
    start_token = models.UUIDField(unique=True, default=uuid4, editable=False)
    answers = models.JSONField(default=dict)
    base = models.JSONField(default=dict)
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What it is called so far."""
        raise NotImplementedError

    def version_of(self, code: str) -> int:
        """How often a step was saved, so that one of two windows notices the other."""
        return int(getattr(self, self.counted_in).get(code, 0))

    def count_save(self, code: str) -> None:
        """Count one more, in memory."""
        setattr(self, self.counted_in, {**getattr(self, self.counted_in), code: self.version_of(code) + 1})


S = TypeVar("S", bound=MemberSubmission)


class SubmittedUpload(models.Model):
    """A file of the member's own. A room adds to which submission, and what it becomes when that is sent in."""

    file: models.FileField
    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    #: Taken out after it had been sent in; one that was not sent in yet just goes.
    removed = models.BooleanField(default=False)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["added_at", "pk"]

    @property
    def is_with_editors(self) -> bool:
        """Whether the editors have something of their own made of it."""
        raise NotImplementedError
