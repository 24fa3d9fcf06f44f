"""Inviting somebody by mail, and accepting that."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from leerlabs.labs import letters, taking_part
from leerlabs.labs.taking_part import NotPossibleError
from leerlabs.models import LeerlabInvitation, LeerlabPage, MemberRole
from organisations.tokens import hash_of, new_token
from organisations.verified_addresses import verified_addresses

PURPOSE = "leerlabs.invitation"
VALID_FOR = timedelta(days=14)
#: Invitations that one Leerlab sends in a day.
MOST_A_DAY = 100


@transaction.atomic
def invite(leerlab: LeerlabPage, email: str, by: User, role: MemberRole | str = MemberRole.MEMBER) -> LeerlabInvitation:
    """Send an invitation; an earlier one to the same address no longer holds.

    It does the same whether the address has an account, takes part already, or is unknown. Raises
    :class:`~leerlabs.labs.taking_part.NotPossibleError` when this Leerlab has sent too many today.
    """
    LeerlabPage.objects.select_for_update().values_list("pk").get(pk=leerlab.pk)
    address = email.strip().lower()
    now = timezone.now()
    if leerlab.invitations.filter(created_at__gt=now - timedelta(days=1)).count() >= MOST_A_DAY:
        raise NotPossibleError(_("Er zijn vandaag te veel uitnodigingen verstuurd. Probeer het morgen opnieuw."))
    leerlab.invitations.filter(email=address, accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)
    token = new_token()
    invitation = LeerlabInvitation.objects.create(
        leerlab=leerlab,
        email=address,
        role=role,
        token_hash=hash_of(PURPOSE, token),
        invited_by=by,
        expires_at=now + VALID_FOR,
    )
    letters.send_invitation(invitation, token)
    return invitation


def find(token: str) -> LeerlabInvitation | None:
    """The invitation that can be accepted with ``token``, if there is one. Changes nothing."""
    rows = LeerlabInvitation.objects.select_related("leerlab", "invited_by__profile")
    invitation = rows.filter(token_hash=hash_of(PURPOSE, token)).first()
    usable = invitation is not None and invitation.is_valid() and invitation.leerlab.live
    return invitation if usable and invitation and not invitation.leerlab.is_archived else None


def is_for(invitation: LeerlabInvitation, user: User) -> bool:
    """Whether the address that was invited is a verified address of ``user``."""
    return invitation.email in verified_addresses(user)


@transaction.atomic
def accept(token: str, user: User) -> LeerlabPage:
    """Let ``user`` take part in the Leerlab of the invitation, which is used up by that.

    Raises :class:`~leerlabs.labs.taking_part.NotPossibleError` for a token that does not hold (any more), and
    for somebody else's.
    """
    found = find(token)
    if found is None:
        raise NotPossibleError(_("Deze uitnodiging geldt niet meer."))
    LeerlabPage.objects.select_for_update().values_list("pk").get(pk=found.leerlab_id)
    invitation = LeerlabInvitation.objects.select_for_update(of=("self",)).select_related("leerlab").get(pk=found.pk)
    if not invitation.is_valid():
        raise NotPossibleError(_("Deze uitnodiging geldt niet meer."))
    if not is_for(invitation, user):
        raise NotPossibleError(_("Deze uitnodiging is voor een ander e-mailadres."))
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    taking_part.begin(invitation.leerlab, user, role=invitation.role)
    return invitation.leerlab


def withdraw(invitation: LeerlabInvitation) -> None:
    """Let an invitation hold no longer; one that was accepted stays so."""
    open_ones = LeerlabInvitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    open_ones.update(withdrawn_at=timezone.now())
