"""The secret address of a feed of one's own."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OwnFeedAddress(models.Model):
    """A secret address of one person's feed. Of the secret only a hash is kept; making a new one ends the old one.

    A room adds ``user``, one address a person, and says what the feed is.
    """

    user: models.OneToOneField[Any, Any]
    user_id: int
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.user_id} {self.created_at:%Y-%m-%d}"
