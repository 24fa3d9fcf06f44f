"""That one person hears of one event, on the site."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from delivery.models.event import Event


class Notification(models.Model):
    """A line in somebody's list. Its text is made when it is shown, so that it tells nothing that is gone."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="notifications")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    why = models.CharField(_("waarom"), max_length=200)
    #: Whether the digest is to mention it.
    for_digest = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(_("gelezen op"), null=True)

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["event", "user"], name="delivery_one_notification_a_person")]
        indexes = [
            models.Index(fields=["user", "-created_at"]),
            models.Index(fields=["user"], condition=models.Q(read_at=None), name="delivery_unread"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} → {self.user_id}"
