"""How far somebody has read, and the address at which they follow everything with a feed reader."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.feed_address import OwnFeedAddress


class Reading(models.Model):
    """The highest number of a thread that somebody has seen. Never goes down."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    thread = models.ForeignKey("leerlabs.Thread", on_delete=models.CASCADE, related_name="+")
    last_number = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("leesteken")
        verbose_name_plural = _("leestekens")
        constraints = [models.UniqueConstraint(fields=["user", "thread"], name="one_mark_a_reader")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.thread_id}#{self.last_number}"


class FeedAddress(OwnFeedAddress):
    """Of the feed with the newest posts in one's Leerlabs."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leerlab_feed")

    class Meta:
        verbose_name = _("feedadres")
        verbose_name_plural = _("feedadressen")
