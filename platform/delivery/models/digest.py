"""Which digests somebody got, and what was in them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DigestIssue(models.Model):
    """One person's digest of one period, also when there was no news: each period is looked at once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_issues")
    #: "2026-11-23" for a daily digest, "2026-W48" for a weekly one.
    period = models.CharField(_("periode"), max_length=10)
    #: From when on the news was looked at.
    since = models.DateTimeField()
    #: What was chosen: key, title, url and reason of each item.
    items = models.JSONField(default=list)
    #: Which of several runs at the same time made it.
    made_by = models.CharField(max_length=32)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("overzicht")
        verbose_name_plural = _("overzichten")
        constraints = [models.UniqueConstraint(fields=["user", "period"], name="delivery_one_digest_a_period")]
        indexes = [models.Index(fields=["period", "made_by"]), models.Index(fields=["created_at"])]

    def __str__(self) -> str:
        return f"{self.period} → {self.user_id}"


class DigestedItem(models.Model):
    """That somebody had this item in a digest: never again."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="delivery_an_item_once")]
        indexes = [models.Index(fields=["created_at"])]

    def __str__(self) -> str:
        return f"{self.key} → {self.user_id}"
