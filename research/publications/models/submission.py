"""What a researcher is bringing in, and the files that belong to it."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.licences import Licence
from research.models.file_block import FILE_KINDS


def private_storage() -> Storage:
    """Files that only a view serves which knows who asks."""
    return storages["private"]


class Submission(models.Model):
    """One publication of one researcher, from the DOI on.

    ``answers`` is what the researcher last saved. Once it has been sent in there is a ``page``; ``base`` is then what
    that page said when both were last the same, so that what the editors changed since and what the researcher
    changed since can be told apart.
    """

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    #: Made with the form that started it: sent twice, it starts one.
    start_token = models.UUIDField(unique=True, default=uuid4, editable=False)
    contributor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="publication_submissions"
    )
    page = models.OneToOneField(
        "research.InsightPage", null=True, on_delete=models.SET_NULL, related_name="brought_in_by"
    )
    answers = models.JSONField(default=dict)
    base = models.JSONField(default=dict)
    #: Names of the answers that a record from elsewhere could have given and did not; empty when filled in by hand.
    omitted = models.JSONField(default=list)
    #: Per step of the form: how often it was saved, so that one of two windows notices the other.
    saves = models.JSONField(default=dict)
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("ingebrachte publicatie")
        verbose_name_plural = _("ingebrachte publicaties")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What it is called so far."""
        return str(self.answers.get("title") or self.answers.get("reference_title") or _("Publicatie zonder titel"))


class SubmittedFile(models.Model):
    """A file of the researcher's own. ``document`` is what it became when it was sent in."""

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="files")
    file = models.FileField(storage=private_storage, upload_to="publication_files")
    name = models.CharField(max_length=150)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    kind = models.CharField(_("wat is het"), max_length=20, choices=FILE_KINDS, default="text")
    title = models.CharField(_("titel"), max_length=150)
    licence = models.CharField(_("licentie"), max_length=20, choices=Licence.choices)
    document = models.ForeignKey("editorial.EditorialDocument", null=True, on_delete=models.SET_NULL, related_name="+")
    #: Taken out after it had been sent in; one that was not sent in yet just goes.
    removed = models.BooleanField(default=False)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("bestand bij een ingebrachte publicatie")
        verbose_name_plural = _("bestanden bij ingebrachte publicaties")
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.title
