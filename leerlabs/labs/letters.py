"""The mail with an invitation."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from accounts.profiles import display_name
from delivery import direct
from leerlabs.models import LeerlabInvitation


def send_invitation(invitation: LeerlabInvitation, token: str) -> None:
    """Whom a host invites; the same letter whoever has the address."""
    context = {
        "leerlab": invitation.leerlab.title,
        "question": invitation.leerlab.question,
        "invited_by": display_name(invitation.invited_by) if invitation.invited_by else "",
        "role": invitation.get_role_display() if invitation.role != "member" else "",
        "url": settings.SITE_URL + reverse("leerlabs:invitation", args=[token]),
        "expires_at": invitation.expires_at,
    }
    direct.send(invitation.email, "leerlabs/mail/invitation", context, f"leerlabs:invitation:{invitation.pk}")
