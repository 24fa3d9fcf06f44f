"""What makes one file that file."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileChecksum(models.Model):
    """The SHA-256 of a document, worked out when its file came in, whichever form it came in by."""

    document = models.OneToOneField(
        "editorial.EditorialDocument", on_delete=models.CASCADE, related_name="checksum", primary_key=True
    )
    #: The name in storage of the file that was read: another one is another file.
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    computed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("controlegetal van een bestand")
        verbose_name_plural = _("controlegetallen van bestanden")

    def __str__(self) -> str:
        return self.sha256
