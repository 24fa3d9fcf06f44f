"""A file with organisations, between the report of what it changes and carrying that out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RegisterImport(models.Model):
    """The file as it was uploaded; empty once it was carried out."""

    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("import van organisaties")
        verbose_name_plural = _("imports van organisaties")
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.file_name
