"""That somebody may read but not write for a while."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SuspensionQuerySet(models.QuerySet["Suspension"]):
    """Suspensions, and those of this moment."""

    def running(self) -> SuspensionQuerySet:
        """Those that have not ended."""
        return self.filter(models.Q(until__isnull=True) | models.Q(until__gt=timezone.now()))


class Suspension(models.Model):
    """A decision of a moderator. Without ``until`` it runs until somebody ends it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="suspensions")
    started_at = models.DateTimeField(_("sinds"), default=timezone.now)
    until = models.DateTimeField(_("tot"), null=True, blank=True)
    reason = models.TextField(_("reden"), max_length=1000, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("door"),
    )

    objects = SuspensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("schorsing")
        verbose_name_plural = _("schorsingen")
        ordering = ["-started_at"]
        indexes = [models.Index(fields=["user", "until"])]

    def __str__(self) -> str:
        return f"{self.user_id} {self.started_at:%Y-%m-%d}"
