"""What a member is writing, and the pictures that belong to it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.contributing.models import MemberSubmission, SubmittedUpload, private_storage
from editorial.licences import MediaRights


class Submission(MemberSubmission):
    """One practice example of one member, from its first word on."""

    contributor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="practice_submissions"
    )
    page = models.OneToOneField(
        "practices.PracticePage", null=True, on_delete=models.SET_NULL, related_name="submission"
    )
    #: Per step of the form: how often it was saved, so that one of two windows notices the other.
    versions = models.JSONField(default=dict)

    class Meta(MemberSubmission.Meta):
        verbose_name = _("ingezonden praktijkvoorbeeld")
        verbose_name_plural = _("ingezonden praktijkvoorbeelden")

    @property
    def title(self) -> str:
        """What it is called so far."""
        return str(self.answers.get("title") or _("Praktijkvoorbeeld zonder titel"))


class PeopleInPicture(models.TextChoices):
    """Whether somebody can be recognised, and agreed."""

    NONE = "none", _("er is niemand herkenbaar in beeld")
    AGREED = "agreed", _("wie herkenbaar is, vindt dit goed; bij kinderen ook de ouders")


class SubmissionPicture(SubmittedUpload):
    """A picture of the member's own. ``image`` is what it became when it was sent in."""

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

    class Meta(SubmittedUpload.Meta):
        verbose_name = _("beeld bij een inzending")
        verbose_name_plural = _("beelden bij inzendingen")

    def __str__(self) -> str:
        return self.alternative_text or self.name

    @property
    def is_with_editors(self) -> bool:
        """Whether it is one of the editors' images."""
        return self.image_id is not None

    @property
    def is_complete(self) -> bool:
        """Whether all is known that a reader's page needs."""
        return bool(self.alternative_text and self.maker and self.rights and self.people)
