"""What a member is writing, and the pictures that belong to it."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.licences import MediaRights


def private_storage() -> Storage:
    """Files that only a view serves which knows who asks."""
    return storages["private"]


class Submission(models.Model):
    """One practice example of one member, from its first word on.

    ``answers`` is what the member last saved, per field of the form. Once it has been sent in there is a ``page``;
    ``base`` is then what that page said when the member's text and the page were last the same, so that what the
    editors changed since and what the member changed since can be told apart (:mod:`editorial.contributing.merging`).
    """

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    #: Made with the form that started it: sent twice, it starts one.
    start_token = models.UUIDField(unique=True, default=uuid4, editable=False)
    contributor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="practice_submissions"
    )
    page = models.OneToOneField(
        "practices.PracticePage", null=True, on_delete=models.SET_NULL, related_name="submission"
    )
    answers = models.JSONField(default=dict)
    base = models.JSONField(default=dict)
    #: Per step of the form: how often it was saved, so that one of two windows notices the other.
    versions = models.JSONField(default=dict)
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("ingezonden praktijkvoorbeeld")
        verbose_name_plural = _("ingezonden praktijkvoorbeelden")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What it is called so far."""
        return str(self.answers.get("title") or _("Praktijkvoorbeeld zonder titel"))


class PeopleInPicture(models.TextChoices):
    """Whether somebody can be recognised, and agreed."""

    NONE = "none", _("er is niemand herkenbaar in beeld")
    AGREED = "agreed", _("wie herkenbaar is, vindt dit goed; bij kinderen ook de ouders")


class SubmissionPicture(models.Model):
    """A picture of the member's own. ``image`` is what it became when it was sent in."""

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="pictures")
    file = models.FileField(storage=private_storage, upload_to="practice_pictures")
    name = models.CharField(max_length=120)
    alternative_text = models.CharField(max_length=250, blank=True)
    caption = models.CharField(max_length=250, blank=True)
    maker = models.CharField(max_length=200, blank=True)
    rights = models.CharField(max_length=20, choices=MediaRights.choices, blank=True)
    #: Empty until the member says whether somebody can be recognised, and agreed.
    people = models.CharField(
        max_length=10,
        blank=True,
        choices=PeopleInPicture.choices,
    )
    image = models.ForeignKey("editorial.EditorialImage", null=True, on_delete=models.SET_NULL, related_name="+")
    #: Taken out by the member or the editors after it had been sent in; one that was not sent in yet just goes.
    removed = models.BooleanField(default=False)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("beeld bij een inzending")
        verbose_name_plural = _("beelden bij inzendingen")
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.alternative_text or self.name

    @property
    def is_complete(self) -> bool:
        """Whether all is known that a reader's page needs."""
        return bool(self.alternative_text and self.maker and self.rights and self.people)
