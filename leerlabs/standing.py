"""Who somebody is in a Leerlab: the facts that the policy judges by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import Any, TypeAlias

from django.contrib.auth.models import AnonymousUser
from django.db.models.signals import post_delete, post_save

from accounts.models import Suspension, User
from accounts.standing import is_suspended
from editorial.groups import CHIEF_EDITOR, EDITOR
from leerlabs.models import LeerlabMembership, MemberRole, MembershipState

#: Whoever asks: somebody with an account, or nobody in particular.
Asking: TypeAlias = User | AnonymousUser | None

_KEPT = "_leerlab_facts"
#: Raised by every change of a membership in this process, so that what a user object remembers is not stale.
_changes = count(1)
_now = {"change": 0}


class Role(StrEnum):
    """What somebody can be to a Leerlab. One may be several at once."""

    VISITOR = "visitor"
    ACCOUNT = "account"  # a member of the site: of another Leerlab, of none, or no longer of this one
    MEMBER = "member"
    MODERATOR = "moderator"
    HOST = "host"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class _Facts:
    """What holds for one person in all Leerlabs, read in three queries at most."""

    change: int
    suspended: bool
    site_roles: frozenset[Role]
    memberships: dict[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Standing:
    """One person in one Leerlab."""

    user_id: int | None
    roles: frozenset[Role]
    #: The state of the membership; empty when there has never been one.
    state: str
    suspended: bool


def standing_in(user: Asking, leerlab_id: int) -> Standing:
    """What ``user`` is in this Leerlab. All Leerlabs are read at once and kept with the user object."""
    facts = _facts_of(user)
    if facts is None or user is None:
        return Standing(None, frozenset({Role.VISITOR}), "", False)
    role, state = facts.memberships.get(leerlab_id, ("", ""))
    roles = facts.site_roles
    if state == MembershipState.ACTIVE:
        roles = roles | {Role.MEMBER, *_ABOVE_MEMBER[role]}
    return Standing(user.pk, roles, state, facts.suspended)


def site_roles(user: Asking) -> frozenset[Role]:
    """What ``user`` is on the whole site, whatever the Leerlab."""
    facts = _facts_of(user)
    return facts.site_roles if facts else frozenset({Role.VISITOR})


_ABOVE_MEMBER: dict[str, frozenset[Role]] = {
    MemberRole.MEMBER: frozenset(),
    MemberRole.MODERATOR: frozenset({Role.MODERATOR}),
    MemberRole.HOST: frozenset({Role.MODERATOR, Role.HOST}),
}


def _facts_of(user: Asking) -> _Facts | None:
    if not isinstance(user, User) or not user.is_active:
        return None
    kept: _Facts | None = getattr(user, _KEPT, None)
    if kept is None or kept.change != _now["change"]:
        kept = _Facts(_now["change"], is_suspended(user), _roles_on_the_site(user), _memberships_of(user))
        setattr(user, _KEPT, kept)
    return kept


def _roles_on_the_site(user: User) -> frozenset[Role]:
    roles = {Role.VISITOR, Role.ACCOUNT}
    if user.is_superuser:
        roles |= {Role.EDITOR, Role.ADMINISTRATOR}
    elif user.groups.filter(name__in=(EDITOR, CHIEF_EDITOR)).exists():
        roles.add(Role.EDITOR)
    return frozenset(roles)


def _memberships_of(user: User) -> dict[int, tuple[str, str]]:
    rows = LeerlabMembership.objects.filter(user_id=user.pk).values_list("leerlab_id", "role", "state")
    return {leerlab_id: (role, state) for leerlab_id, role, state in rows}


def connect() -> None:
    """Start noticing changes; called once, when the app is ready."""
    for model in (LeerlabMembership, Suspension):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"leerlabs.standing.{model.__name__}.{id(signal)}")


def forget() -> None:
    """Have everybody looked up again: something changed that sends no signal."""
    _now["change"] = next(_changes)


def _changed(**_: Any) -> None:
    forget()
