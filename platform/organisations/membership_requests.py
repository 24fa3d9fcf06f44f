"""Asking to be a member, and the answer of the organisation's administrator."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from organisations import letters, membership
from organisations.mail_domains import is_confirmed_by_mail
from organisations.models import (
    ConfirmedBy,
    MembershipRequest,
    Organisation,
    OrganisationMembership,
    RequestState,
)


@transaction.atomic
def join_or_ask(user: User, organisation: Organisation, message: str = "") -> OrganisationMembership | None:
    """Become a member at once when a verified mail address shows it; otherwise ask, and return None.

    Asked twice it asks once.
    """
    if is_confirmed_by_mail(user, organisation):
        return membership.begin(user, organisation, ConfirmedBy.DOMAIN)
    if membership.goes_on(user, organisation):
        return OrganisationMembership.objects.current().get(user=user, organisation=organisation)
    try:
        with transaction.atomic():
            request = MembershipRequest.objects.create(user=user, organisation=organisation, message=message)
    except IntegrityError:
        return None
    letters.send_request_to_administrators(request)
    return None


@transaction.atomic
def confirm(request: MembershipRequest, by: User) -> bool:
    """Make the member; whether the request was still open."""
    if not _decide(request, RequestState.CONFIRMED, by):
        return False
    membership.begin(request.user, request.organisation, ConfirmedBy.ADMINISTRATOR, confirmer=by)
    letters.send_request_confirmed(request)
    return True


@transaction.atomic
def refuse(request: MembershipRequest, by: User) -> bool:
    """Say no; whether the request was still open."""
    if not _decide(request, RequestState.REFUSED, by):
        return False
    letters.send_request_refused(request)
    return True


def withdraw(user: User, organisation: Organisation) -> None:
    """Take back one's own request."""
    open_ones = MembershipRequest.objects.filter(user=user, organisation=organisation, state=RequestState.OPEN)
    open_ones.update(state=RequestState.WITHDRAWN, decided_at=timezone.now())


def _decide(request: MembershipRequest, state: RequestState, by: User) -> bool:
    open_one = MembershipRequest.objects.filter(pk=request.pk, state=RequestState.OPEN)
    return bool(open_one.update(state=state, decided_at=timezone.now(), decided_by=by))
