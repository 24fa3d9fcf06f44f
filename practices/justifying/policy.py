"""Who may do what with verantwoordingen and schoolprogramma's: the one place that answers it."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.standing import is_suspended
from organisations.membership import current_organisations, is_administrator, is_member
from organisations.models import Organisation, OrganisationKind, OrganisationMembership
from practices.justifying.models import Justification, SchoolProgramme

Asker = User | AnonymousUser


def may_own(user: Asker) -> bool:
    """Whether ``user`` may keep things with their account and change them."""
    return user.is_authenticated and user.is_active and not is_suspended(user)


def may_read(user: Asker, justification: Justification) -> bool:
    """Whose it is; who has a private link shows it in another way."""
    return user.is_authenticated and justification.owner_id == user.pk


def may_change(user: Asker, justification: Justification) -> bool:
    """Whose it is, unless suspended."""
    return may_read(user, justification) and may_own(user)


def schools_of(user: Asker) -> QuerySet[Organisation]:
    """The schools for which ``user`` can make a plan."""
    return current_organisations(user).filter(kind=OrganisationKind.SCHOOL)


def readable_programmes(user: Asker) -> QuerySet[SchoolProgramme]:
    """The plans that ``user`` may read: of their school, and shared with where they work."""
    mine = current_organisations(user).values("pk")
    return SchoolProgramme.objects.filter(Q(organisation__in=mine) | Q(shares__organisation__in=mine)).distinct()


def may_read_programme(user: Asker, programme: SchoolProgramme) -> bool:
    """Members of the school, and of those with whom it is shared; an example every member of this site."""
    return user.is_authenticated and (
        programme.is_example or readable_programmes(user).filter(pk=programme.pk).exists()
    )


def may_begin_programme(user: Asker, organisation: Organisation) -> bool:
    """Members of a school."""
    is_school = organisation.kind == OrganisationKind.SCHOOL
    return is_school and may_own(user) and is_member(user, organisation)


def may_change_programme(user: Asker, programme: SchoolProgramme) -> bool:
    """Members of the school; nobody else, whoever it is shared with."""
    return may_own(user) and is_member(user, programme.organisation)


def may_decide_on_programme(user: Asker, programme: SchoolProgramme) -> bool:
    """Who may share it outside the school, stop that, and throw it away: the school's administrators.

    A school without any leaves it to its members.
    """
    if not may_change_programme(user, programme):
        return False
    if is_administrator(user, programme.organisation):
        return True
    running = OrganisationMembership.objects.current().administrators()
    return not running.filter(organisation=programme.organisation).exists()


def may_be_shared_with(organisation: Organisation) -> QuerySet[Organisation]:
    """With whom a school can share: its board, and its municipality as a party."""
    municipality = Q(kind=OrganisationKind.MUNICIPALITY, municipality_id=organisation.municipality_id or 0)
    return Organisation.objects.filter(Q(pk=organisation.board_id or 0) | municipality).exclude(pk=organisation.pk)
