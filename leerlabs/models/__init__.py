"""Leerlabs, who takes part, what is said in them, and how that is kept safe."""

from leerlabs.models.invitation import LeerlabInvitation
from leerlabs.models.leerlab import Joining, LeerlabIndexPage, LeerlabPage, Visibility
from leerlabs.models.limits import NewMemberLimits
from leerlabs.models.membership import LeerlabMembership, MemberRole, MembershipState
from leerlabs.models.moderation import (
    Appeal,
    Decision,
    DecisionAction,
    NeverChangedError,
    Report,
    ReportReason,
    TargetKind,
)

__all__ = [
    "Appeal",
    "Decision",
    "DecisionAction",
    "Joining",
    "LeerlabIndexPage",
    "LeerlabInvitation",
    "LeerlabMembership",
    "LeerlabPage",
    "MemberRole",
    "MembershipState",
    "NeverChangedError",
    "NewMemberLimits",
    "Report",
    "ReportReason",
    "TargetKind",
    "Visibility",
]
