"""Who works, and when the jobs of the schedule last ran. The tasks themselves are django-tasks-db's."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Worker(models.Model):
    """A process that runs tasks; ``seen_at`` is renewed for as long as it lives."""

    id = models.CharField(primary_key=True, max_length=64)
    seen_at = models.DateTimeField(_("gezien op"))

    class Meta:
        verbose_name = _("taakproces")
        verbose_name_plural = _("taakprocessen")

    def __str__(self) -> str:
        return self.id


class ScheduledJob(models.Model):
    """The state of one job of the schedule, shared by all workers."""

    name = models.CharField(primary_key=True, max_length=100)
    #: Changes with every run, and is what two workers compare to find out which of them runs it.
    started_at = models.DateTimeField(_("begonnen op"))
    finished_at = models.DateTimeField(_("klaar op"), null=True)
    worker_id = models.CharField(_("taakproces"), max_length=64)
    failures = models.PositiveIntegerField(_("keer achtereen mislukt"), default=0)
    last_error = models.TextField(_("laatste fout"), blank=True)

    class Meta:
        verbose_name = _("geplande taak")
        verbose_name_plural = _("geplande taken")

    def __str__(self) -> str:
        return self.name
