"""What this room does not keep for ever."""

from __future__ import annotations

from datetime import datetime

from organisations.models import (
    AllianceApplication,
    ApplicationState,
    MembershipRequest,
    OrganisationInvitation,
    RegisterImport,
    RequestState,
)
from organisations.own_data import forget_applicants


def forget_used_invitations(before: datetime) -> int:
    """Invitations that ended, one way or another, before this moment."""
    return int(OrganisationInvitation.objects.filter(expires_at__lt=before).delete()[0])


def forget_answered_requests(before: datetime) -> int:
    """Requests that were answered or withdrawn before this moment."""
    answered = MembershipRequest.objects.exclude(state=RequestState.OPEN)
    return int(answered.filter(decided_at__lt=before).delete()[0])


def forget_old_applicants(before: datetime) -> int:
    """Who asked for an organisation to join, once that was decided before this moment. The decision stays."""
    decided = AllianceApplication.objects.exclude(state=ApplicationState.PENDING)
    return forget_applicants(decided.filter(decided_at__lt=before).exclude(email=""))


def forget_uploads(before: datetime) -> int:
    """Files with organisations that were uploaded before this moment, applied or not."""
    return int(RegisterImport.objects.filter(made_at__lt=before).delete()[0])
