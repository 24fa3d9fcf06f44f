"""Something that happened and that people may hear of."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """Written in the transaction of the change itself. Who hears of it is decided afterwards."""

    #: The same whenever the same thing is said: said twice is told once.
    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(_("soort"), max_length=60)
    #: The nearest thing one can subscribe to, such as "thread:12".
    about = models.CharField(max_length=100)
    #: The wider ones, nearest first.
    context = models.JSONField(default=list)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField(_("gebeurd op"), default=timezone.now)
    #: When everybody who hears of it was found; empty while that is still to be done.
    told_at = models.DateTimeField(_("verteld op"), null=True)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        indexes = [
            models.Index(fields=["created_at"]),
            models.Index(fields=["about"]),
            models.Index(fields=["created_at"], condition=models.Q(told_at=None), name="delivery_event_untold"),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: For the kind's own use while this object lives: what it looked up once need not be looked up a person.
        self.memory: dict[str, Any] = {}

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def targets(self) -> list[str]:
        """What one can subscribe to, the nearest first."""
        return [self.about, *self.context]
