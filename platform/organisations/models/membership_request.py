"""Somebody says to work at an organisation; its administrator has the answer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RequestState(models.TextChoices):
    """What became of a request."""

    OPEN = "open", _("wacht op antwoord")
    CONFIRMED = "confirmed", _("bevestigd")
    REFUSED = "refused", _("afgewezen")
    WITHDRAWN = "withdrawn", _("ingetrokken")


class MembershipRequest(models.Model):
    """A request to be confirmed as a member; at most one open at a time."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="membership_requests"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="membership_requests")
    message = models.TextField(_("toelichting"), max_length=500, blank=True)
    state = models.CharField(max_length=20, choices=RequestState.choices, default=RequestState.OPEN)
    created_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("verzoek om lidmaatschap")
        verbose_name_plural = _("verzoeken om lidmaatschap")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=models.Q(state=RequestState.OPEN),
                name="one_open_request_to_an_organisation",
            )
        ]

    def __str__(self) -> str:
        return f"{_('verzoek om lidmaatschap')} {self.pk}"
