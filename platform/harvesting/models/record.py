"""What harvesters know of a page: its identifier, its sets, when it changed, and that it is gone."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicRecord(models.Model):
    """One page that is public, or was; a record is never removed.

    ``sequence`` orders the changes: it grows with every change of any record. It is empty between the
    transaction of a change and its numbering right after the commit (see :mod:`harvesting.numbering`).
    """

    page = models.OneToOneField(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("pagina")
    )
    #: The page's primary key, also when the page is gone.
    page_number = models.BigIntegerField(unique=True)
    #: ``oai:<host>:<page number>``, written once: a site that moves keeps the names of what it published.
    identifier = models.CharField(max_length=255, unique=True)
    content_kind = models.CharField(_("soort"), max_length=40)
    sequence = models.BigIntegerField(null=True, unique=True)
    #: Whole seconds, in UTC; in the order of ``sequence``.
    datestamp = models.DateTimeField(_("gewijzigd"), db_index=True)
    deleted_at = models.DateTimeField(_("niet meer openbaar sinds"), null=True, blank=True)

    #: Written in bulk, many at once, and nothing to show an editor who asks where a page is used.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("openbaar record")
        verbose_name_plural = _("openbare records")
        indexes = [models.Index(fields=["content_kind", "sequence"], name="record_by_kind")]

    def __str__(self) -> str:
        return self.identifier

    @property
    def is_deleted(self) -> bool:
        """Whether the page is not public any more."""
        return self.deleted_at is not None


class RecordSet(models.Model):
    """That a record is in a set of a theme; one that is deleted stays in those it was last in."""

    record = models.ForeignKey(PublicRecord, on_delete=models.CASCADE, related_name="sets")
    theme = models.CharField(max_length=100, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "theme"], name="a_record_is_in_a_set_once")]

    def __str__(self) -> str:
        return f"{self.record_id} {self.theme}"
