"""Memberships begin, hold and end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from organisations import membership
from organisations.membership import MembershipRefusedError, current_organisations, is_administrator, is_member
from organisations.models import ConfirmedBy, OrganisationMembership
from tests.factories import SchoolFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def user():
    return UserFactory()


def begin(user, school, **fields):
    return membership.begin(user, school, ConfirmedBy.INVITATION, **fields)


def test_a_member_belongs_there_from_today(school, user):
    begin(user, school)

    assert is_member(user, school)
    assert not is_administrator(user, school)
    assert list(current_organisations(user)) == [school]
    assert not current_organisations(user, timezone.localdate() - timedelta(days=1)).exists()


def test_beginning_twice_is_beginning_once(school, user):
    assert begin(user, school) == begin(user, school)


def test_a_member_who_becomes_administrator_stays_the_same_member(school, user):
    begin(user, school)
    begin(user, school, role="administrator")

    assert OrganisationMembership.objects.get().is_administrator


def test_an_administrator_invited_as_member_stays_administrator(school, user):
    begin(user, school, role="administrator")
    begin(user, school)

    assert is_administrator(user, school)


def test_what_ends_today_holds_no_longer(school, user):
    membership.end(begin(user, school))

    assert not is_member(user, school)
    assert OrganisationMembership.objects.get().ends_on == timezone.localdate()


def test_what_ends_next_week_holds_until_then(school, user):
    day = timezone.localdate() + timedelta(days=7)
    membership.end(begin(user, school), on=day)

    assert is_member(user, school)
    assert current_organisations(user, day - timedelta(days=1)).exists()
    assert not current_organisations(user, day).exists()


def test_who_comes_back_has_two_memberships(school, user):
    membership.end(begin(user, school))
    begin(user, school)

    assert OrganisationMembership.objects.filter(user=user).count() == 2
    assert OrganisationMembership.objects.current().get(user=user).ends_on is None


def test_a_former_administrator_is_none(school, user):
    begin(UserFactory(), school, role="administrator")
    membership.end(begin(user, school, role="administrator"))

    assert not is_administrator(user, school)


def test_the_last_administrator_stays_while_there_are_members(school, user):
    begin(UserFactory(), school)
    own = begin(user, school, role="administrator")

    with pytest.raises(MembershipRefusedError, match="enige beheerder"):
        membership.end(own)
    with pytest.raises(MembershipRefusedError, match="enige beheerder"):
        membership.set_role(own, "member")
    assert is_administrator(user, school)


def test_an_administrator_who_is_alone_may_leave(school, user):
    membership.end(begin(user, school, role="administrator"))

    assert not is_member(user, school)


def test_what_has_ended_cannot_end_again(school, user):
    own = begin(user, school)
    membership.end(own)

    with pytest.raises(MembershipRefusedError, match="al beëindigd"):
        membership.end(own)


def test_an_account_that_is_gone_takes_its_memberships_along(school, user):
    begin(user, school)
    user.delete()

    assert not OrganisationMembership.objects.exists()
