"""Who somebody is to a question: the facts that the policy judges by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from accounts.standing import is_suspended
from editorial.groups import CHIEF_EDITOR, EDITOR
from research.questions import policy
from research.questions.models import Assignment, AssignmentState, Follower, Question
from research.questions.policy import Action, Role

MAKELAARS = "Kennismakelaar"

Asking: TypeAlias = User | AnonymousUser | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One person before one question; ``follower`` is how they are known to it, if they are."""

    user: User | None
    follower: Follower | None
    roles: frozenset[Role]
    #: Who is suspended reads on and does nothing.
    suspended: bool = False

    def may(self, action: Action, question: Question) -> bool:
        """Whether this person may do it, at the state in which ``question`` is."""
        if self.suspended and action not in {Action.SEE, Action.READ_CONVERSATION}:
            return False
        return policy.may(self.roles, action, question.state)


def standing_before(question: Question, user: Asking, follower: Follower | None = None) -> Standing:
    """What ``user``, or whoever came with the private link of ``follower``, is to this question."""
    if follower is not None:
        return Standing(None, follower, frozenset({Role.VISITOR, *_roles_of_follower(follower)}))
    if not isinstance(user, User) or not user.is_active:
        return Standing(None, None, frozenset({Role.VISITOR}))
    known = Follower.objects.filter(question=question, user=user).first()
    roles = {Role.VISITOR, *_roles_of_follower(known), *site_roles(user)}
    assigned = Assignment.objects.filter(question=question, researcher=user).values_list("state", flat=True).first()
    if assigned in _ROLE_OF_ASSIGNMENT:
        roles.add(_ROLE_OF_ASSIGNMENT[assigned])
    return Standing(user, known, frozenset(roles), is_suspended(user))


def site_roles(user: Asking) -> frozenset[Role]:
    """What ``user`` is to every question; one query."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    if user.is_superuser:
        return frozenset({Role.MAKELAAR, Role.EDITOR})
    names = set(user.groups.values_list("name", flat=True))
    roles = {Role.MAKELAAR} if MAKELAARS in names else set()
    return frozenset(roles | ({Role.EDITOR} if names & {EDITOR, CHIEF_EDITOR} else set()))


_ROLE_OF_ASSIGNMENT: dict[str, Role] = {AssignmentState.ASKED: Role.INVITED, AssignmentState.ACCEPTED: Role.RESEARCHER}


def _roles_of_follower(follower: Follower | None) -> frozenset[Role]:
    """An asker is one before confirming too: confirming is theirs to do. A follower only after it."""
    if follower is None:
        return frozenset()
    if follower.is_asker:
        return frozenset({Role.ASKER})
    is_known = follower.user_id is not None or follower.confirmed_at is not None
    return frozenset({Role.FOLLOWER}) if is_known else frozenset()
