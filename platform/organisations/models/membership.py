"""Who works where, since when and until when."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MembershipRole(models.TextChoices):
    """What a member may do for the organisation. An administrator manages its people."""

    MEMBER = "member", _("lid")
    ADMINISTRATOR = "administrator", _("beheerder")


class ConfirmedBy(models.TextChoices):
    """What confirmed that somebody belongs there."""

    DOMAIN = "domain", _("e-mailadres van de organisatie")
    INVITATION = "invitation", _("uitnodiging")
    ADMINISTRATOR = "administrator", _("beheerder")


class MembershipQuerySet(models.QuerySet["OrganisationMembership"]):
    """Memberships, and those that hold on a day."""

    def current(self, on: date | None = None) -> MembershipQuerySet:
        """Those that have begun and not ended, today unless another day is given."""
        day = on or timezone.localdate()
        return self.filter(models.Q(ends_on__isnull=True) | models.Q(ends_on__gt=day), starts_on__lte=day)

    def administrators(self) -> MembershipQuerySet:
        """Those of administrators."""
        return self.filter(role=MembershipRole.ADMINISTRATOR)


class OrganisationMembership(models.Model):
    """That somebody belongs to an organisation from ``starts_on`` up to, not including, ``ends_on``."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="organisation_memberships"
    )
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("rol"), max_length=20, choices=MembershipRole.choices, default=MembershipRole.MEMBER)
    starts_on = models.DateField(_("vanaf"), default=timezone.localdate)
    ends_on = models.DateField(
        _("tot"), null=True, blank=True, help_text=_("De eerste dag waarop het niet meer geldt.")
    )
    confirmed_by = models.CharField(_("bevestigd door"), max_length=20, choices=ConfirmedBy.choices)
    #: Who invited or confirmed; nobody with a mail domain, and nobody any more once that person left.
    confirmer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"],
                condition=models.Q(ends_on__isnull=True),
                name="one_open_membership_of_an_organisation",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="a_membership_ends_after_it_starts",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "ends_on"], name="membership_of_organisation")]

    def __str__(self) -> str:
        return f"{_('lidmaatschap')} {self.pk}"

    @property
    def is_administrator(self) -> bool:
        """Whether this member manages the people of the organisation."""
        return self.role == MembershipRole.ADMINISTRATOR
