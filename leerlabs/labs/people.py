"""People of a Leerlab, as lists show them."""

from __future__ import annotations

from django.db.models import Case, IntegerField, QuerySet, Value, When

from leerlabs.models import LeerlabMembership, LeerlabPage, MemberRole


def hosts_of(leerlab: LeerlabPage) -> QuerySet[LeerlabMembership]:
    """Who leads it, the longest first, with their profiles. Hosts are shown to everyone who sees the Leerlab."""
    return _with_people(LeerlabMembership.objects.hosts().filter(leerlab=leerlab)).order_by("joined_at", "pk")


def shown_members(leerlab: LeerlabPage) -> QuerySet[LeerlabMembership]:
    """Who takes part and chose to be seen, hosts and moderators always: hosts first, then by time."""
    active = LeerlabMembership.objects.active().filter(leerlab=leerlab)
    shown = active.filter(is_shown=True) | active.exclude(role=MemberRole.MEMBER)
    return _with_people(shown).order_by(_rank(), "joined_at", "pk")


def all_members(leerlab: LeerlabPage) -> QuerySet[LeerlabMembership]:
    """Everyone who takes part, for the hosts."""
    return _with_people(LeerlabMembership.objects.active().filter(leerlab=leerlab)).order_by(_rank(), "joined_at", "pk")


def _rank() -> Case:
    ranks = {MemberRole.HOST: 0, MemberRole.MODERATOR: 1}
    whens = [When(role=role, then=Value(rank)) for role, rank in ranks.items()]
    return Case(*whens, default=Value(2), output_field=IntegerField())


def _with_people(memberships: QuerySet[LeerlabMembership]) -> QuerySet[LeerlabMembership]:
    return memberships.select_related("user__profile")
