"""People of a Leerlab, as lists show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Subquery, Value, When

from accounts.profiles import display_name, profile_url
from leerlabs.models import LeerlabMembership, LeerlabPage, MemberRole
from leerlabs.standing import Asking


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One member, as this reader may see them."""

    membership: LeerlabMembership
    name: str
    url: str


def rows(memberships: Iterable[LeerlabMembership], reader: Asking) -> list[PersonRow]:
    """The names and addresses; reads nothing besides ``memberships`` (with their profiles)."""
    return [
        PersonRow(membership, display_name(membership.user, reader), profile_url(membership.user))
        for membership in memberships
    ]


def hosts_of(leerlab: LeerlabPage) -> QuerySet[LeerlabMembership]:
    """Who leads it, the longest first, with their profiles. Hosts are shown to everyone who sees the Leerlab."""
    return _with_people(LeerlabMembership.objects.hosts().filter(leerlab=leerlab)).order_by("joined_at", "pk")


def shown_members(leerlab: LeerlabPage) -> QuerySet[LeerlabMembership]:
    """Who takes part and chose to be seen, hosts and moderators always: hosts first, then by time."""
    active = LeerlabMembership.objects.active().filter(leerlab=leerlab)
    return _in_order(active.filter(Q(is_shown=True) | ~Q(role=MemberRole.MEMBER)))


def all_members(leerlab: LeerlabPage) -> QuerySet[LeerlabMembership]:
    """Everyone who takes part, for the hosts."""
    return _in_order(LeerlabMembership.objects.active().filter(leerlab=leerlab))


def with_member_count(memberships: QuerySet[LeerlabMembership], leerlab: LeerlabPage) -> QuerySet[LeerlabMembership]:
    """Each with ``member_count``, how many take part in the Leerlab, in the same query."""
    active = LeerlabMembership.objects.active().filter(leerlab=leerlab).order_by()
    return memberships.annotate(
        member_count=Subquery(active.values("leerlab").annotate(number=Count("pk")).values("number"))
    )


def _in_order(memberships: QuerySet[LeerlabMembership]) -> QuerySet[LeerlabMembership]:
    ranks = {MemberRole.HOST: 0, MemberRole.MODERATOR: 1}
    whens = [When(role=role, then=Value(rank)) for role, rank in ranks.items()]
    rank = Case(*whens, default=Value(2), output_field=IntegerField())
    return _with_people(memberships).order_by(rank, "joined_at", "pk")


def _with_people(memberships: QuerySet[LeerlabMembership]) -> QuerySet[LeerlabMembership]:
    return memberships.select_related("user__profile")
