"""Who belongs to which organisation, and how that begins and ends."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from organisations.models import (
    ConfirmedBy,
    MembershipRequest,
    MembershipRole,
    Organisation,
    OrganisationMembership,
    RequestState,
)
from organisations.models.membership import MembershipQuerySet


class MembershipRefusedError(Exception):
    """A membership cannot begin or change this way; the message says why, in words for the reader."""


def current_organisations(user: User | AnonymousUser, on: date | None = None) -> QuerySet[Organisation]:
    """The organisations to which ``user`` belongs today, or on another day; by name."""
    if user.pk is None:
        return Organisation.objects.none()
    current = OrganisationMembership.objects.current(on).filter(user_id=user.pk)
    return Organisation.objects.filter(pk__in=current.values("organisation_id"))


def is_member(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Whether ``user`` belongs to ``organisation`` today. One query."""
    return user.pk is not None and _current(user, organisation).exists()


def goes_on(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Whether ``user`` belongs to ``organisation`` and no end of that is in sight. One query."""
    return user.pk is not None and _current(user, organisation).filter(ends_on=None).exists()


def is_administrator(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Whether ``user`` manages the people of ``organisation`` today. One query."""
    return user.pk is not None and _current(user, organisation).administrators().exists()


def administrators_of(organisation: Organisation) -> QuerySet[User]:
    """Active accounts that manage the people of ``organisation`` today."""
    current = OrganisationMembership.objects.current().administrators().filter(organisation=organisation)
    return User.objects.filter(pk__in=current.values("user_id"), is_active=True)


@transaction.atomic
def begin(
    user: User,
    organisation: Organisation,
    confirmed_by: ConfirmedBy,
    *,
    role: MembershipRole | str = MembershipRole.MEMBER,
    confirmer: User | None = None,
) -> OrganisationMembership:
    """Let a membership begin today, or raise the role of the one that runs. Asked twice it does nothing more.

    An open request of this person is answered with it.
    """
    # All that begins or ends in one organisation takes turns.
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    running = OrganisationMembership.objects.filter(user=user, organisation=organisation, ends_on__isnull=True)
    membership = _current(user, organisation).first() or running.first()
    if membership is not None:
        _confirm_anew(membership, confirmed_by, confirmer)
    if membership is None:
        membership = OrganisationMembership.objects.create(
            user=user, organisation=organisation, role=role, confirmed_by=confirmed_by, confirmer=confirmer
        )
    elif role == MembershipRole.ADMINISTRATOR and not membership.is_administrator:
        membership.role = role
        membership.save(update_fields=["role"])
    MembershipRequest.objects.filter(user=user, organisation=organisation, state=RequestState.OPEN).update(
        state=RequestState.CONFIRMED, decided_at=timezone.now(), decided_by=confirmer
    )
    return membership


@transaction.atomic
def end(membership: OrganisationMembership, *, on: date | None = None) -> None:
    """Let a membership end: it no longer holds on that day, which is today unless it is said otherwise.

    Raises :class:`MembershipRefusedError` when that leaves members without an administrator.
    """
    membership = _locked(membership)
    if membership.is_administrator:
        _keep_an_administrator(membership)
    membership.ends_on = max(on or timezone.localdate(), membership.starts_on)
    membership.save(update_fields=["ends_on"])


@transaction.atomic
def set_role(membership: OrganisationMembership, role: MembershipRole | str) -> None:
    """Make somebody administrator, or no longer. Raises :class:`MembershipRefusedError` for the last one."""
    membership = _locked(membership)
    if membership.is_administrator and role != MembershipRole.ADMINISTRATOR:
        _keep_an_administrator(membership)
    membership.role = role
    membership.save(update_fields=["role"])


def _confirm_anew(membership: OrganisationMembership, confirmed_by: ConfirmedBy, confirmer: User | None) -> None:
    """One that was to begin begins, and one that was to end goes on, on the word of who confirms it now."""
    today = timezone.localdate()
    if membership.starts_on > today:
        membership.starts_on = today
    elif membership.ends_on is None:
        return
    membership.ends_on, membership.confirmed_by, membership.confirmer = None, confirmed_by, confirmer
    membership.save(update_fields=["starts_on", "ends_on", "confirmed_by", "confirmer"])


def _current(user: User | AnonymousUser, organisation: Organisation) -> MembershipQuerySet:
    return OrganisationMembership.objects.current().filter(user_id=user.pk or 0, organisation=organisation)


def _locked(membership: OrganisationMembership) -> OrganisationMembership:
    """The membership of this moment. Raises MembershipRefusedError when it has ended meanwhile."""
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    current = OrganisationMembership.objects.current().filter(pk=membership.pk).first()
    if current is None:
        raise MembershipRefusedError(_("Dit lidmaatschap is al beëindigd."))
    return current


def _keep_an_administrator(leaving: OrganisationMembership) -> None:
    others = OrganisationMembership.objects.current().filter(organisation_id=leaving.organisation_id)
    others = others.exclude(pk=leaving.pk)
    if others.exists() and not others.administrators().exists():
        raise MembershipRefusedError(_("Dit is de enige beheerder. Maak eerst iemand anders beheerder."))
