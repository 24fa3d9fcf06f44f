"""The plan in which a school gathers its choices."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SchoolProgramme(models.Model):
    """A schoolprogramma: it belongs to the school, not to who made it."""

    WRITTEN = ("title", "introduction", "starts_on", "ends_on", "available")

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    #: Of the word that was made with the form which started it: sent twice, it starts one.
    start_hash = models.CharField(max_length=64, unique=True, editable=False)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.CASCADE,
        related_name="school_programmes",
        verbose_name=_("school"),
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(_("naam van het plan"), max_length=160)
    introduction = models.TextField(_("waar gaat het plan over"), blank=True)
    starts_on = models.DateField(_("begin"), null=True, blank=True)
    ends_on = models.DateField(_("einde"), null=True, blank=True)
    available = models.DecimalField(
        _("beschikbaar bedrag in euro's"),
        max_digits=11,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    version = models.PositiveIntegerField(default=0)
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("schoolprogramma")
        verbose_name_plural = _("schoolprogramma's")
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where those who may see it read it."""
        return reverse("justifying:programme", args=[self.uuid])


class ProgrammeItem(models.Model):
    """One choice in the plan, with a budget line. A copy of the verantwoording: the plan stays whole without it."""

    WRITTEN = (
        "title",
        "reason",
        "goal",
        "measured_how",
        "measured_when",
        "period",
        "responsible",
        "budget_line",
        "amount",
    )

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    programme = models.ForeignKey(SchoolProgramme, on_delete=models.CASCADE, related_name="items")
    justification = models.ForeignKey(
        "justifying.Justification", null=True, on_delete=models.SET_NULL, related_name="programme_items"
    )
    page = models.ForeignKey("practices.InterventionPage", null=True, on_delete=models.SET_NULL, related_name="+")
    intervention = models.CharField(_("interventie"), max_length=255)
    title = models.CharField(_("naam in het plan"), max_length=160)
    reason = models.TextField(_("waarom"), blank=True)
    goal = models.TextField(_("doel"), blank=True)
    measured_how = models.TextField(_("hoe wordt het gemeten"), blank=True)
    measured_when = models.CharField(_("wanneer wordt er gemeten"), max_length=200, blank=True)
    period = models.CharField(_("periode"), max_length=120, blank=True)
    responsible = models.CharField(_("wie is verantwoordelijk"), max_length=120, blank=True)
    budget_line = models.CharField(_("begrotingspost"), max_length=120, blank=True)
    amount = models.DecimalField(
        _("bedrag in euro's"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    figures = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    #: Later figures that the school has seen and did not take over.
    left_alone = models.JSONField(default=list)
    position = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("onderdeel van een schoolprogramma")
        verbose_name_plural = _("onderdelen van schoolprogramma's")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "justification"], name="a_justification_once_in_a_programme")
        ]

    def __str__(self) -> str:
        return self.title


class ProgrammeShare(models.Model):
    """A board or municipality that may read the plan; to stop sharing is to delete it."""

    programme = models.ForeignKey(SchoolProgramme, on_delete=models.CASCADE, related_name="shares")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="shared_programmes"
    )
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    shared_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("gedeeld schoolprogramma")
        verbose_name_plural = _("gedeelde schoolprogramma's")
        ordering = ["shared_at"]
        constraints = [models.UniqueConstraint(fields=["programme", "organisation"], name="shared_once_with_each")]

    def __str__(self) -> str:
        return f"{self.programme_id} → {self.organisation_id}"


class Happening(models.TextChoices):
    """What can happen to a plan."""

    MADE = "made", _("maakte het plan")
    CHANGED = "changed", _("veranderde het plan")
    ADDED = "added", _("voegde toe:")
    ITEM_CHANGED = "item_changed", _("veranderde:")
    FIGURES = "figures", _("nam nieuwe cijfers over bij:")
    REMOVED = "removed", _("haalde weg:")
    SHARED = "shared", _("deelde het met")
    UNSHARED = "unshared", _("deelt het niet meer met")


class ProgrammeChange(models.Model):
    """Who did what when; the texts themselves are not kept."""

    programme = models.ForeignKey(SchoolProgramme, on_delete=models.CASCADE, related_name="changes")
    who = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    what = models.CharField(max_length=20, choices=Happening.choices)
    subject = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("wijziging van een schoolprogramma")
        verbose_name_plural = _("wijzigingen van schoolprogramma's")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.what}"
