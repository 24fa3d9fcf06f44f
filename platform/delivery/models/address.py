"""What is known of an address that mail could not be left at."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailAddress(models.Model):
    """An address that refused mail; one that takes mail again loses its row."""

    address = models.EmailField(_("adres"), unique=True)
    refusals = models.PositiveIntegerField(_("keer achtereen geweigerd"), default=0)
    refused_at = models.DateTimeField(_("laatst geweigerd op"))
    answer = models.CharField(_("antwoord van de mailserver"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("weigerend adres")
        verbose_name_plural = _("weigerende adressen")

    def __str__(self) -> str:
        return f"{self.address} ({self.refusals})"
