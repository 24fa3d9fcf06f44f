"""Pages whose place in the index has to be looked at again."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutboxQuerySet(models.QuerySet["IndexOutboxEntry"]):
    """The questions that the drain asks."""

    def waiting(self) -> OutboxQuerySet:
        """What the index has not taken in yet."""
        return self.filter(applied_at__isnull=True)

    def due(self, now: datetime) -> OutboxQuerySet:
        """Waiting and not put off after a failure, in the order in which it happened."""
        return self.waiting().filter(Q(retry_at__isnull=True) | Q(retry_at__lte=now)).order_by("pk")

    def failing(self) -> OutboxQuerySet:
        """Waiting, and failed at least once."""
        return self.waiting().filter(attempts__gt=0)


class IndexOutboxEntry(models.Model):
    """Written in the transaction of the change itself, so that none is lost and none is invented.

    It only names a page: what the index should say is read from the page when the entry is applied. Applied
    entries stay a while, because a rebuild that began before them has to apply them again.
    """

    #: Not a foreign key: deleted pages have to leave the index too.
    page_id = models.BigIntegerField(_("pagina"), db_index=True)
    created_at = models.DateTimeField(_("ontstaan"), default=timezone.now, editable=False)
    applied_at = models.DateTimeField(_("verwerkt"), null=True, blank=True, db_index=True)
    #: How often this entry failed by itself; an engine that is away does not count.
    attempts = models.PositiveIntegerField(_("pogingen"), default=0)
    retry_at = models.DateTimeField(_("opnieuw vanaf"), null=True, blank=True)
    last_error = models.TextField(_("laatste fout"), blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("te indexeren wijziging")
        verbose_name_plural = _("te indexeren wijzigingen")
        indexes = [
            models.Index(fields=["id"], name="search_outbox_waiting", condition=Q(applied_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} ({self.created_at:%Y-%m-%d %H:%M:%S})"
