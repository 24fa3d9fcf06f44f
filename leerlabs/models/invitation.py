"""An invitation to take part, sent to an address."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leerlabs.models.membership import MemberRole


class LeerlabInvitation(models.Model):
    """Valid once, until a day, for the account with this address. Of its token only a hash is kept."""

    leerlab = models.ForeignKey("leerlabs.LeerlabPage", on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mailadres"))
    role = models.CharField(_("rol"), max_length=10, choices=MemberRole.choices, default=MemberRole.MEMBER)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("door")
    )
    created_at = models.DateTimeField(_("verstuurd op"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("geldig tot"))
    accepted_at = models.DateTimeField(_("aangenomen op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        indexes = [models.Index(fields=["leerlab", "-created_at"], name="invitations_of_a_leerlab")]

    def __str__(self) -> str:
        return f"{self.leerlab_id}: {self.created_at:%Y-%m-%d}"

    def is_valid(self, now: datetime | None = None) -> bool:
        """Whether it can still be accepted."""
        unused = self.accepted_at is None and self.withdrawn_at is None
        return unused and self.expires_at > (now or timezone.now())
