"""What somebody is writing and has not posted."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Draft(models.Model):
    """One a person and place. An empty one stays a while, so that a late autosave does not bring it back.

    ``place`` is ``thread:12`` (a reply), ``leerlab:3`` (a new thread) or ``post:45`` (an edit).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leerlab_drafts")
    place = models.CharField(max_length=40)
    #: Counted up by the form; only a higher one is taken.
    version = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=150, blank=True)
    source = models.TextField(blank=True)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepten")
        constraints = [models.UniqueConstraint(fields=["user", "place"], name="one_draft_a_place")]
        indexes = [models.Index(fields=["updated_at"], name="drafts_by_age")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.place} v{self.version}"
