"""Inviting somebody by mail, and accepting that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from organisations import letters, membership
from organisations.models import ConfirmedBy, MembershipRole, Organisation, OrganisationInvitation
from organisations.tokens import hash_of, new_token
from organisations.verified_addresses import verified_addresses

PURPOSE = "organisations.invitation"
VALID_FOR = timedelta(days=14)
#: Invitations of one organisation that can wait at a time, and that go out in a day.
MOST_OPEN = 200
MOST_A_DAY = 100
#: The mail that carries the token.
Letter = Callable[[OrganisationInvitation, str], None]


class InvitationRefusedError(Exception):
    """An invitation cannot be sent or accepted; the message says why, in words for the reader."""


@transaction.atomic
def invite(
    organisation: Organisation,
    email: str,
    by: User | None,
    role: MembershipRole | str = MembershipRole.MEMBER,
    letter: Letter = letters.send_invitation,
) -> OrganisationInvitation:
    """Send an invitation; an earlier one to the same address no longer holds.

    It does the same whether the address has an account, belongs to a member, or is unknown. Raises
    :class:`InvitationRefusedError` when the organisation has sent too many.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    address = email.strip().lower()
    now = timezone.now()
    open_ones = organisation.invitations.open()
    open_ones.filter(email=address).update(withdrawn_at=now)
    sent_today = organisation.invitations.filter(created_at__gt=now - timedelta(days=1)).count()
    if sent_today >= MOST_A_DAY or open_ones.count() >= MOST_OPEN:
        raise InvitationRefusedError(_("Er zijn te veel uitnodigingen verstuurd. Probeer het morgen opnieuw."))
    token = new_token()
    invitation = OrganisationInvitation.objects.create(
        organisation=organisation,
        email=address,
        role=role,
        token_hash=hash_of(PURPOSE, token),
        invited_by=by,
        created_at=now,
        expires_at=now + VALID_FOR,
    )
    letter(invitation, token)
    return invitation


def find(token: str) -> OrganisationInvitation | None:
    """The invitation that can be accepted with ``token``, if there is one. One query."""
    open_ones = OrganisationInvitation.objects.open().select_related("organisation")
    return open_ones.filter(token_hash=hash_of(PURPOSE, token)).first()


def is_for(invitation: OrganisationInvitation, user: User) -> bool:
    """Whether the address that was invited is a verified address of ``user``."""
    return invitation.email in verified_addresses(user)


@transaction.atomic
def accept(token: str, user: User) -> Organisation:
    """Let ``user`` belong to the organisation of the invitation, which is used up by that.

    Raises :class:`InvitationRefusedError` for a token that does not hold (any more), and for somebody else's.
    """
    found = find(token)
    if found is None:
        raise InvitationRefusedError(_("Deze uitnodiging geldt niet meer."))
    # One at a time: who comes second finds it used.
    organisation = Organisation.objects.select_for_update().filter(pk=found.organisation_id).first()
    invitation = OrganisationInvitation.objects.open().select_for_update().filter(pk=found.pk).first()
    if organisation is None or invitation is None:
        raise InvitationRefusedError(_("Deze uitnodiging geldt niet meer."))
    if not is_for(invitation, user):
        raise InvitationRefusedError(_("Deze uitnodiging is voor een ander e-mailadres."))
    invitation.accepted_at = timezone.now()
    invitation.accepted_by = user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    membership.begin(user, organisation, ConfirmedBy.INVITATION, role=invitation.role, confirmer=invitation.invited_by)
    return organisation


def withdraw(invitation: OrganisationInvitation) -> None:
    """Let an invitation hold no longer; one that was accepted stays so."""
    OrganisationInvitation.objects.open().filter(pk=invitation.pk).update(withdrawn_at=timezone.now())
