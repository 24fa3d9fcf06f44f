"""Leerlabs, who takes part, what is said in them, and how that is kept safe."""

from leerlabs.models.attachment import Attachment
from leerlabs.models.draft import Draft
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
from leerlabs.models.poll import Poll, PollOption, PollVote, ResultShown
from leerlabs.models.post import Mention, Post
from leerlabs.models.post_text import PostText
from leerlabs.models.reaction import Reaction, ReactionKind
from leerlabs.models.reading import FeedAddress, Reading
from leerlabs.models.revision import PostRevision
from leerlabs.models.thread import Thread, ThreadKind

__all__ = [
    "Appeal",
    "Attachment",
    "Decision",
    "DecisionAction",
    "Draft",
    "FeedAddress",
    "Joining",
    "LeerlabIndexPage",
    "LeerlabInvitation",
    "LeerlabMembership",
    "LeerlabPage",
    "MemberRole",
    "MembershipState",
    "Mention",
    "NeverChangedError",
    "NewMemberLimits",
    "Poll",
    "PollOption",
    "PollVote",
    "Post",
    "PostRevision",
    "PostText",
    "Reaction",
    "ReactionKind",
    "Reading",
    "Report",
    "ReportReason",
    "ResultShown",
    "TargetKind",
    "Thread",
    "ThreadKind",
    "Visibility",
]
