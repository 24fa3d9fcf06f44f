"""What somebody chose for one thing they may hear of."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from delivery.models.choices import Level


class Subscription(models.Model):
    """A chosen level for a target. Without a row the level is that of a wider target, or "concerned"."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="subscriptions")
    target = models.CharField(max_length=100)
    level = models.CharField(_("wat je hoort"), max_length=10, choices=Level.choices)

    class Meta:
        verbose_name = _("abonnement")
        verbose_name_plural = _("abonnementen")
        constraints = [models.UniqueConstraint(fields=["user", "target"], name="delivery_one_level_a_target")]
        indexes = [models.Index(fields=["target", "level"])]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.target} = {self.level}"
