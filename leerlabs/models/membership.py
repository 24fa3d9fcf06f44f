"""Who takes part in a Leerlab, and as what."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MemberRole(models.TextChoices):
    """What a member does in a Leerlab."""

    MEMBER = "member", _("lid")
    MODERATOR = "moderator", _("moderator")
    HOST = "host", _("begeleider")


class MembershipState(models.TextChoices):
    """Where somebody stands. Whoever was removed comes back by invitation only."""

    ACTIVE = "active", _("doet mee")
    REQUESTED = "requested", _("heeft gevraagd om mee te doen")
    LEFT = "left", _("is weggegaan")
    REMOVED = "removed", _("is verwijderd")


class MembershipQuerySet(models.QuerySet["LeerlabMembership"]):
    """The questions that lists ask."""

    def active(self) -> MembershipQuerySet:
        """Those who take part now."""
        return self.filter(state=MembershipState.ACTIVE)

    def requested(self) -> MembershipQuerySet:
        """Those who wait for a host, the first one first."""
        return self.filter(state=MembershipState.REQUESTED).order_by("asked_at", "pk")

    def hosts(self) -> MembershipQuerySet:
        """Those who lead the Leerlab now."""
        return self.active().filter(role=MemberRole.HOST)


class LeerlabMembership(models.Model):
    """One person in one Leerlab: one row for good, so that coming and going leaves no doubles."""

    leerlab = models.ForeignKey("leerlabs.LeerlabPage", on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leerlab_memberships")
    role = models.CharField(_("rol"), max_length=10, choices=MemberRole.choices, default=MemberRole.MEMBER)
    state = models.CharField(_("stand"), max_length=10, choices=MembershipState.choices, default=MembershipState.ACTIVE)
    is_shown = models.BooleanField(_("zichtbaar in de ledenlijst"), default=True)
    motivation = models.TextField(_("waarom ik wil meedoen"), max_length=1000, blank=True)
    asked_at = models.DateTimeField(_("gevraagd op"), null=True, blank=True)
    joined_at = models.DateTimeField(_("doet mee sinds"), null=True, blank=True)
    left_at = models.DateTimeField(_("weg sinds"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("deelname")
        verbose_name_plural = _("deelnames")
        constraints = [models.UniqueConstraint(fields=["leerlab", "user"], name="one_membership_a_person")]
        indexes = [
            models.Index(fields=["leerlab", "role"], name="active_members", condition=Q(state="active")),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.leerlab_id}: {self.role}, {self.state}"

    @property
    def is_active(self) -> bool:
        """Whether this person takes part now."""
        return self.state == MembershipState.ACTIVE
