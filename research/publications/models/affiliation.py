"""The identifiers of an institute where authors work."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from research.identifiers import validate_isni, validate_ror


class Affiliation(models.Model):
    """Which institute is meant by the words that stand with an author (``PageAuthor.affiliation``)."""

    name = models.CharField(_("zoals het bij auteurs staat"), max_length=200, unique=True)
    ror = models.CharField(_("ROR"), max_length=9, blank=True, validators=[validate_ror])
    isni = models.CharField(_("ISNI"), max_length=16, blank=True, validators=[validate_isni])

    class Meta:
        verbose_name = _("instelling van auteurs")
        verbose_name_plural = _("instellingen van auteurs")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def identifiers(self) -> list[str]:
        """Its addresses with ROR and ISNI, those that are known."""
        known = {"https://ror.org/": self.ror, "https://isni.org/isni/": self.isni}
        return [f"{place}{number}" for place, number in known.items() if number]
