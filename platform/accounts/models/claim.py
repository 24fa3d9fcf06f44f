"""That somebody says: this person record is me."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ClaimState(models.TextChoices):
    """How far a claim is."""

    OPEN = "open", _("nog te beoordelen")
    CONFIRMED = "confirmed", _("bevestigd")
    REFUSED = "refused", _("afgewezen")


class PersonClaim(models.Model):
    """A member asks to be linked to a person record; an editor decides."""

    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="claims", verbose_name=_("persoon")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="person_claims", verbose_name=_("lid")
    )
    explanation = models.TextField(_("toelichting"), max_length=600, blank=True)
    state = models.CharField(_("stand"), max_length=10, choices=ClaimState.choices, default=ClaimState.OPEN)
    asked_at = models.DateTimeField(_("gevraagd op"), auto_now_add=True)
    decided_at = models.DateTimeField(_("beoordeeld op"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("beoordeeld door"),
    )

    class Meta:
        verbose_name = _("aanspraak op een persoon")
        verbose_name_plural = _("aanspraken op personen")
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "user"], condition=models.Q(state=ClaimState.OPEN), name="one_open_claim_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_state_display()}"
