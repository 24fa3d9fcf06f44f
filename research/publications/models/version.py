"""A version of an insight, as it was published."""

from __future__ import annotations

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicationVersion(models.Model):
    """What an insight said in one version. ``content`` is the page as a revision keeps it.

    The latest version follows the page: a typo that is mended there is mended here. Once there is a newer one, nothing
    changes it any more. ``people`` and ``files`` are kept in words, because persons and files may change or go.
    """

    page = models.ForeignKey("research.InsightPage", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("versie"))
    published_at = models.DateTimeField(_("gepubliceerd op"))
    note = models.TextField(_("wat er is veranderd"), blank=True)
    content: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        default=dict, encoder=DjangoJSONEncoder
    )
    #: ``name``, ``affiliation``, ``orcid`` of each author, in their order.
    people = models.JSONField(default=list)
    #: ``title``, ``description``, ``kind``, ``sha256``, ``size`` (bytes), ``licence``, ``document`` (its key), ``url``.
    files = models.JSONField(default=list)

    class Meta:
        verbose_name = _("versie van een publicatie")
        verbose_name_plural = _("versies van publicaties")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["page", "number"], name="a_version_stands_once")]

    def __str__(self) -> str:
        return f"{self.page_id} v{self.number}"
