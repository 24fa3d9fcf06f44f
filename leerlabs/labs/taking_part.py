"""Coming and going: joining, asking, being let in, leaving, being removed, and what one does there."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from leerlabs.labs import news
from leerlabs.models import LeerlabMembership, LeerlabPage, MemberRole, MembershipState
from leerlabs.policy import may


class NotPossibleError(Exception):
    """Something about taking part cannot be; the message says why, in words for the reader."""


@transaction.atomic
def join(leerlab: LeerlabPage, user: User, *, is_shown: bool = True) -> LeerlabMembership:
    """Take part at once, where joining is free. Doing it twice changes nothing."""
    membership = _locked(leerlab, user)
    if membership is not None and membership.is_active:
        return membership
    if not may(user, "leerlab.join", leerlab):
        raise NotPossibleError(_("Bij dit Leerlab kun je niet zomaar meedoen."))
    return begin(leerlab, user, is_shown=is_shown)


@transaction.atomic
def ask(leerlab: LeerlabPage, user: User, motivation: str, *, is_shown: bool = True) -> LeerlabMembership:
    """Ask the hosts to be let in. Asking twice is asking once."""
    membership = _locked(leerlab, user)
    if membership is not None and membership.state == MembershipState.REQUESTED:
        return membership
    if not may(user, "leerlab.request", leerlab):
        raise NotPossibleError(_("Bij dit Leerlab kun je niet vragen om mee te doen."))
    membership = membership or LeerlabMembership(leerlab=leerlab, user=user)
    membership.state = MembershipState.REQUESTED
    membership.role = MemberRole.MEMBER
    membership.motivation = motivation
    membership.is_shown = is_shown
    membership.asked_at = timezone.now()
    membership.save()
    news.asked(membership)
    return membership


@transaction.atomic
def accept(membership: LeerlabMembership, by: User) -> None:
    """Let somebody in who asked. Raises NotPossibleError when nobody waits any more."""
    waiting = _waiting(membership)
    begin(waiting.leerlab, waiting.user, is_shown=waiting.is_shown)
    news.accepted(waiting, by)


@transaction.atomic
def decline(membership: LeerlabMembership, by: User) -> None:
    """Not let somebody in, who may ask again. Raises NotPossibleError when nobody waits any more."""
    waiting = _waiting(membership)
    waiting.state = MembershipState.LEFT
    waiting.left_at = timezone.now()
    waiting.motivation = ""
    waiting.save()
    news.declined(waiting, by)


@transaction.atomic
def leave(leerlab: LeerlabPage, user: User) -> None:
    """Go. Raises NotPossibleError for the last host."""
    membership = _locked(leerlab, user)
    if membership is None or membership.state not in {MembershipState.ACTIVE, MembershipState.REQUESTED}:
        return
    _keep_a_host(membership)
    _end(membership, MembershipState.LEFT)


@transaction.atomic
def remove(membership: LeerlabMembership) -> None:
    """Take somebody out, who comes back by invitation only. Raises NotPossibleError for the last host."""
    current = _locked(membership.leerlab, membership.user)
    if current is None or not current.is_active:
        return
    _keep_a_host(current)
    _end(current, MembershipState.REMOVED)


@transaction.atomic
def give_role(membership: LeerlabMembership, role: MemberRole, by: User) -> None:
    """Make somebody host, moderator or member. Raises NotPossibleError when no host would be left."""
    current = _locked(membership.leerlab, membership.user)
    if current is None or not current.is_active:
        raise NotPossibleError(_("Deze persoon doet niet (meer) mee."))
    if current.role == role:
        return
    if role != MemberRole.HOST:
        _keep_a_host(current)
    current.role = role
    current.save()
    news.given_role(current, by)


def begin(
    leerlab: LeerlabPage, user: User, *, role: MemberRole | str = MemberRole.MEMBER, is_shown: bool | None = None
) -> LeerlabMembership:
    """Let somebody take part, whatever was before; for whom it has been decided. A role is never lowered by it."""
    membership = _locked(leerlab, user) or LeerlabMembership(leerlab=leerlab, user=user)
    keeps = membership.is_active and membership.pk and _RANK[membership.role] > _RANK[role]
    if not membership.pk or not membership.is_active:
        membership.joined_at = timezone.now()
    membership.role = membership.role if keeps else role
    membership.state = MembershipState.ACTIVE
    membership.left_at = None
    membership.motivation = ""
    if is_shown is not None:
        membership.is_shown = is_shown
    membership.save()
    return membership


_RANK: dict[str, int] = {MemberRole.MEMBER: 0, MemberRole.MODERATOR: 1, MemberRole.HOST: 2}


def _locked(leerlab: LeerlabPage, user: User) -> LeerlabMembership | None:
    """The membership, with the Leerlab's row locked: of two at once, one waits for the other."""
    LeerlabPage.objects.select_for_update().values_list("pk").get(pk=leerlab.pk)
    return LeerlabMembership.objects.filter(leerlab=leerlab, user=user).select_related("leerlab", "user").first()


def _waiting(membership: LeerlabMembership) -> LeerlabMembership:
    current = _locked(membership.leerlab, membership.user)
    if current is None or current.state != MembershipState.REQUESTED:
        raise NotPossibleError(_("Deze aanvraag is al beantwoord of ingetrokken."))
    return current


def _keep_a_host(membership: LeerlabMembership) -> None:
    if membership.role != MemberRole.HOST or not membership.is_active:
        return
    others = LeerlabMembership.objects.hosts().filter(leerlab=membership.leerlab).exclude(pk=membership.pk)
    if not others.exists():
        raise NotPossibleError(_("Dit is de laatste begeleider. Maak eerst iemand anders begeleider van dit Leerlab."))


def _end(membership: LeerlabMembership, state: MembershipState) -> None:
    membership.state = state
    membership.role = MemberRole.MEMBER
    membership.left_at = timezone.now()
    membership.motivation = ""
    membership.save()
