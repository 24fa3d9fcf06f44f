"""Why somebody chose an intervention, with the figures as they were at that moment."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def label_of(row: models.Model, name: str) -> str:
    """What people call a field of this row."""
    return str(getattr(row._meta.get_field(name), "verbose_name", name))


class Justification(models.Model):
    """A verantwoording. It has an owner, or a private link of which only a hash is kept; never both.

    ``figures`` and ``sources`` are copies (:mod:`practices.justifying.snapshots`): what a later edition says does
    not change them. ``left_alone`` names later figures that the writer has seen and did not take over.
    """

    #: What the writer fills in, in its order; none of it has to be there before it is kept.
    WRITTEN = (
        "title",
        "pupils",
        "problem",
        "considered",
        "reason",
        "goal",
        "measured_how",
        "measured_when",
        "starts_on",
        "ends_on",
        "costs",
        "amount",
    )
    #: Without these it is not finished.
    NEEDED = ("pupils", "problem", "reason", "goal", "measured_how", "measured_when")

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    #: Of the word that was made with the form which started it: sent twice, it starts one.
    start_hash = models.CharField(max_length=64, unique=True, editable=False)
    link_hash = models.CharField(max_length=64, unique=True, null=True, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="justifications"
    )
    page = models.ForeignKey(
        "practices.InterventionPage", null=True, on_delete=models.SET_NULL, related_name="justifications"
    )
    intervention = models.CharField(_("interventie"), max_length=255)

    title = models.CharField(_("naam van deze verantwoording"), max_length=160, blank=True)
    pupils = models.TextField(_("voor welke leerlingen"), blank=True)
    problem = models.TextField(_("wat is er aan de hand"), blank=True)
    considered = models.TextField(_("wat is nog meer overwogen"), blank=True)
    reason = models.TextField(_("waarom deze aanpak"), blank=True)
    goal = models.TextField(_("doel"), blank=True)
    measured_how = models.TextField(_("hoe wordt het gemeten"), blank=True)
    measured_when = models.CharField(_("wanneer wordt er gemeten"), max_length=200, blank=True)
    starts_on = models.DateField(_("begin"), null=True, blank=True)
    ends_on = models.DateField(_("einde"), null=True, blank=True)
    costs = models.TextField(_("kosten en uren"), blank=True)
    amount = models.DecimalField(
        _("bedrag in euro's"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )

    figures = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    figures_of = models.DateTimeField(_("cijfers van"), default=timezone.now)
    left_alone = models.JSONField(default=list)

    #: How often it was saved, so that one of two windows notices the other.
    version = models.PositiveIntegerField(default=0)
    is_example = models.BooleanField(default=False)
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("verantwoording")
        verbose_name_plural = _("verantwoordingen")
        ordering = ["-changed_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(owner=None) | models.Q(link_hash=None), name="owner_or_link_not_both"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where its owner reads it."""
        return reverse("justifying:show", args=[self.uuid])

    @property
    def name(self) -> str:
        """What it is called: its own name, else that of the intervention."""
        return self.title or self.intervention

    @property
    def missing(self) -> tuple[str, ...]:
        """Labels of what has to be filled in before it is finished."""
        return tuple(label_of(self, name) for name in self.NEEDED if not getattr(self, name))
