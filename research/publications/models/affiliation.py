"""The identifier of an institute where authors work."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from research.identifiers import validate_ror


class Affiliation(models.Model):
    """Which institute is meant by the words that stand with an author (``PageAuthor.affiliation``)."""

    name = models.CharField(_("zoals het bij auteurs staat"), max_length=200, unique=True)
    ror = models.CharField(_("ROR"), max_length=9, validators=[validate_ror])

    class Meta:
        verbose_name = _("ROR van een instelling")
        verbose_name_plural = _("ROR's van instellingen")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
