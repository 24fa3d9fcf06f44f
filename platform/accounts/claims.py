"""Linking a person record to the account of the person it is about."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from accounts.models import ClaimState, Person, PersonClaim, User
from delivery import direct


class ClaimRefusedError(Exception):
    """This record cannot be claimed by this person."""


def may_claim(person: Person, user: User) -> bool:
    """Whether it makes sense to ask: the record is nobody's, it is somebody real, and the member has none yet."""
    return not person.is_example and person.user_id is None and not Person.objects.filter(user=user).exists()


def ask(person: Person, user: User, explanation: str) -> PersonClaim:
    """Ask once; asking again while it is open changes nothing. Raises ClaimRefusedError."""
    if not may_claim(person, user):
        raise ClaimRefusedError
    claim, _made = PersonClaim.objects.get_or_create(
        person=person, user=user, state=ClaimState.OPEN, defaults={"explanation": explanation}
    )
    return claim


@transaction.atomic
def decide(claim: PersonClaim, state: ClaimState, by: User) -> PersonClaim:
    """Confirm or refuse, once, and tell who asked. A record that is somebody's meanwhile is refused."""
    claim = PersonClaim.objects.select_for_update(of=("self",)).select_related("person", "user").get(pk=claim.pk)
    if claim.state != ClaimState.OPEN or state == ClaimState.OPEN:
        return claim
    if state == ClaimState.CONFIRMED and not may_claim(claim.person, claim.user):
        state = ClaimState.REFUSED
    claim.state, claim.decided_at, claim.decided_by = state, timezone.now(), by
    claim.save(update_fields=["state", "decided_at", "decided_by"])
    if state == ClaimState.CONFIRMED:
        claim.person.user = claim.user
        claim.person.save(update_fields=["user"])
    direct.send(
        claim.user.email,
        f"accounts/mail/claim_{state.value}",
        {"person": claim.person.name},
        key=f"claim:{claim.pk}:{state.value}",
    )
    return claim
