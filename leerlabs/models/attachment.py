"""A file or picture that goes with a post."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Where the files lie in the private storage.
FOLDER = "leerlabs"


def private_storage() -> Storage:
    """Files that only a view hands out that knows who asks."""
    return storages["private"]


def stored_name(attachment: Attachment, _name: str) -> str:
    """Where the file lies: nothing of the name that somebody gave it."""
    key = str(attachment.pk)
    return f"{FOLDER}/{key[:2]}/{key}"


class Attachment(models.Model):
    """Uploaded with a form; without a post it is waiting for one, and goes when none comes."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    leerlab = models.ForeignKey("leerlabs.LeerlabPage", on_delete=models.CASCADE, related_name="+")
    post = models.ForeignKey("leerlabs.Post", null=True, on_delete=models.CASCADE, related_name="attachments")
    uploader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="leerlab_attachments"
    )
    file = models.FileField(storage=private_storage, upload_to=stored_name)
    name = models.CharField(_("naam"), max_length=120)
    description = models.CharField(_("beschrijving"), max_length=250, blank=True)
    #: By what is in it, never by what it is called.
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(_("bytes"))
    #: Pixels; of pictures only.
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("bijlage")
        verbose_name_plural = _("bijlagen")
        indexes = [
            models.Index(fields=["post", "created_at"], name="attachments_of_a_post"),
            models.Index(fields=["created_at"], name="attachments_without_post", condition=Q(post=None)),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_image(self) -> bool:
        """Whether it is shown, not only offered."""
        return self.width is not None
