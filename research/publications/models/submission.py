"""What a researcher is bringing in, and the files that belong to it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.contributing.models import MemberSubmission, SubmittedUpload, private_storage
from editorial.licences import Licence
from research.models.file_block import FILE_KINDS


class Submission(MemberSubmission):
    """One publication of one researcher, from the DOI on."""

    counted_in: ClassVar[str] = "saves"
    contributor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="publication_submissions"
    )
    page = models.OneToOneField(
        "research.InsightPage", null=True, on_delete=models.SET_NULL, related_name="brought_in_by"
    )
    #: Names of the answers that a record from elsewhere could have given and did not; empty when filled in by hand.
    omitted = models.JSONField(default=list)
    #: Per step of the form: how often it was saved, so that one of two windows notices the other.
    saves = models.JSONField(default=dict)

    class Meta(MemberSubmission.Meta):
        verbose_name = _("ingebrachte publicatie")
        verbose_name_plural = _("ingebrachte publicaties")

    @property
    def title(self) -> str:
        """What it is called so far."""
        return str(self.answers.get("title") or self.answers.get("reference_title") or _("Publicatie zonder titel"))


class SubmittedFile(SubmittedUpload):
    """A file of the researcher's own. ``document`` is what it became when it was sent in."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="files")
    file = models.FileField(storage=private_storage, upload_to="publication_files")
    name = models.CharField(max_length=150)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    kind = models.CharField(_("wat is het"), max_length=20, choices=FILE_KINDS, default="text")
    title = models.CharField(_("titel"), max_length=150)
    licence = models.CharField(_("licentie"), max_length=20, choices=Licence.choices)
    document = models.ForeignKey("editorial.EditorialDocument", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta(SubmittedUpload.Meta):
        verbose_name = _("bestand bij een ingebrachte publicatie")
        verbose_name_plural = _("bestanden bij ingebrachte publicaties")

    def __str__(self) -> str:
        return self.title

    @property
    def is_with_editors(self) -> bool:
        """Whether it is one of the editors' documents."""
        return self.document_id is not None
