"""What somebody typed and has not saved."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Draft(models.Model):
    """One a place (:mod:`practices.justifying.drafts`): a verantwoording that is there, or one that is being begun.

    An empty one stays a while, so that a late autosave does not bring it back.
    """

    place = models.CharField(max_length=80, unique=True)
    #: Of a verantwoording that a member is beginning.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="justification_drafts"
    )
    #: For which intervention one is being begun.
    page = models.ForeignKey("practices.InterventionPage", null=True, on_delete=models.CASCADE, related_name="+")
    #: Of one that is there; whose that is, this is too.
    justification = models.ForeignKey(
        "justifying.Justification", null=True, on_delete=models.CASCADE, related_name="drafts"
    )
    #: Counted up by the form; only a higher one is taken.
    version = models.PositiveIntegerField(default=0)
    #: The version of the verantwoording that the writer had before them.
    based_on = models.PositiveIntegerField(default=0)
    values = models.JSONField(default=dict)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("concept van een verantwoording")
        verbose_name_plural = _("concepten van verantwoordingen")
        ordering = ["-updated_at"]
        indexes = [models.Index(fields=["updated_at"], name="justification_drafts_by_age")]

    def __str__(self) -> str:
        return f"{self.place} v{self.version}"
