"""The last number that was given to a change."""

from __future__ import annotations

from django.db import models


class ChangeCounter(models.Model):
    """One row. Whoever numbers changes holds a lock on it, so that numbers become visible in their order."""

    last_sequence = models.BigIntegerField(default=0)
    #: Never goes back, whatever the clocks of several machines say.
    last_datestamp = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.last_sequence)
