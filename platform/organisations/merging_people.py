"""What is somebody's, or once an organisation, when two organisations become one."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone

from organisations.models import (
    MembershipRequest,
    MembershipRole,
    Organisation,
    OrganisationMailDomain,
    OrganisationMembership,
    RequestState,
)


def members_of_both(source: Organisation, target: Organisation) -> QuerySet[OrganisationMembership]:
    """The running memberships of ``source`` of people who have one of ``target`` too."""
    in_target = _running(target).values("user_id")
    return _running(source).filter(user_id__in=in_target)


def move(source: Organisation, target: Organisation) -> None:
    """Memberships, requests and mail domains of ``source`` become those of ``target``; nobody has two."""
    _move_memberships(source, target)
    _move_requests(source, target)
    _move_domains(source, target)


def _running(organisation: Organisation) -> QuerySet[OrganisationMembership]:
    rows = OrganisationMembership.objects.filter(organisation=organisation)
    return rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=timezone.localdate()))


def _move_memberships(source: Organisation, target: Organisation) -> None:
    """Of two running memberships one stays: from the earliest start to the latest end, in the highest role."""
    kept = {row.user_id: row for row in _running(target)}
    for other in members_of_both(source, target):
        row = kept[other.user_id]
        row.starts_on = min(row.starts_on, other.starts_on)
        row.ends_on = None if row.ends_on is None or other.ends_on is None else max(row.ends_on, other.ends_on)
        if other.is_administrator:
            row.role = MembershipRole.ADMINISTRATOR
        other.delete()
        row.save()
    OrganisationMembership.objects.filter(organisation=source).update(organisation=target)


def _move_requests(source: Organisation, target: Organisation) -> None:
    """Who asked both, or asked one and belongs to the other, asks no more than once."""
    waiting = MembershipRequest.objects.filter(state=RequestState.OPEN)
    waiting.filter(organisation=source, user__in=waiting.filter(organisation=target).values("user")).delete()
    MembershipRequest.objects.filter(organisation=source).update(organisation=target)
    waiting.filter(organisation=target, user__in=_running(target).values("user")).delete()


def _move_domains(source: Organisation, target: Organisation) -> None:
    known = OrganisationMailDomain.objects.filter(organisation=target).values("domain")
    OrganisationMailDomain.objects.filter(organisation=source, domain__in=known).delete()
    OrganisationMailDomain.objects.filter(organisation=source).update(organisation=target)
