"""An organisation asks to join the alliance."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.models.organisation import OrganisationKind


class ApplicationState(models.TextChoices):
    """Where an application stands."""

    PENDING = "pending", _("wacht op een besluit")
    APPROVED = "approved", _("goedgekeurd")
    REFUSED = "refused", _("afgewezen")


class AllianceApplication(models.Model):
    """What somebody filled in at /aansluiten/, and what an editor decided.

    Either an organisation of the register, or the name and kind of one that is not in it yet.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="applications",
        verbose_name=_("organisatie"),
    )
    name = models.CharField(_("naam van de organisatie"), max_length=200)
    kind = models.CharField(_("soort"), max_length=30, choices=OrganisationKind.choices)
    municipality = models.ForeignKey(
        "organisations.Municipality",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("gemeente"),
    )
    website = models.URLField(_("website"), blank=True)
    contact_name = models.CharField(_("naam van de aanvrager"), max_length=120)
    email = models.EmailField(_("e-mailadres"))
    motivation = models.TextField(_("waarom"), max_length=2000)
    created_at = models.DateTimeField(_("aangevraagd op"), default=timezone.now)
    #: Made with the form, so that a second click makes no second application.
    form_token = models.CharField(max_length=64, unique=True)
    state = models.CharField(
        _("stand"), max_length=20, choices=ApplicationState.choices, default=ApplicationState.PENDING
    )
    decided_at = models.DateTimeField(_("besloten op"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("besloten door"),
    )
    reason = models.TextField(_("reden"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("aanmelding bij de alliantie")
        verbose_name_plural = _("aanmeldingen bij de alliantie")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "created_at"], name="application_by_state")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_pending(self) -> bool:
        """Whether an editor still has to decide."""
        return self.state == ApplicationState.PENDING

    def clean(self) -> None:
        """Refusing takes a reason."""
        super().clean()
        if self.state == ApplicationState.REFUSED and not self.reason.strip():
            raise ValidationError({"reason": _("Zeg waarom niet.")})
