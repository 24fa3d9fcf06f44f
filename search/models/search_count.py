"""How often something was searched, a day, without anything about who searched."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchCount(models.Model):
    """One query on one day."""

    day = models.DateField(_("dag"), db_index=True)
    query = models.CharField(_("zoekvraag"), max_length=100)
    searches = models.PositiveIntegerField(_("keer gezocht"), default=0)
    without_result = models.PositiveIntegerField(_("keer niets gevonden"), default=0)

    class Meta:
        verbose_name = _("zoekopdracht")
        verbose_name_plural = _("zoekopdrachten")
        constraints = [models.UniqueConstraint(fields=["day", "query"], name="search_count_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.query} ({self.searches})"
