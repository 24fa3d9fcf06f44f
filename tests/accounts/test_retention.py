"""What is not kept for ever goes by itself, after the periods of the settings."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts import retention
from accounts.models import ClaimState, PersonClaim, Profile, Session, Suspension, User
from editorial.groups import EDITOR
from tasks import schedule
from tests.accounts.mailbox import mails_to
from tests.accounts.members import member
from tests.factories import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


def ago(days):
    return timezone.now() - timedelta(days=days)


def quiet_member(email="stil@example.nl", days=1200):
    user = member(email)
    User.objects.filter(pk=user.pk).update(last_login=ago(days), date_joined=ago(days + 10))
    return user


def still_there(user):
    return User.objects.filter(pk=user.pk).exists()


def test_the_nightly_job_is_on_the_schedule():
    assert retention.carry_out_all in [job.run for job in schedule.jobs()]


class TestUnconfirmedAccounts:
    def signed_up(self, days):
        user = UserFactory(date_joined=ago(days))
        EmailAddress.objects.create(user=user, email=user.email, verified=False, primary=True)
        return user

    def test_they_go_after_a_week(self):
        old, new = self.signed_up(8), self.signed_up(6)
        retention.carry_out_all()
        assert (still_there(old), still_there(new)) == (False, True)

    def test_those_that_an_administrator_made_wait_for_their_owner(self):
        made = UserFactory(date_joined=ago(100))
        retention.carry_out_all()
        assert still_there(made)

    def test_confirmed_ones_stay(self):
        user = member()
        User.objects.filter(pk=user.pk).update(date_joined=ago(100))
        retention.carry_out_all()
        assert still_there(user)


class TestInactiveAccounts:
    def test_they_are_warned_first_and_once(self):
        user = quiet_member()
        retention.carry_out_all()
        retention.carry_out_all()
        assert still_there(user)
        assert len(mails_to(user.email)) == 1

    def test_they_go_when_the_warning_was_not_answered(self):
        user = quiet_member()
        Profile.objects.filter(user=user).update(warned_at=ago(31))
        retention.carry_out_all()
        assert not still_there(user)

    def test_whoever_came_back_is_warned_anew_the_next_time(self):
        user = quiet_member()
        Profile.objects.filter(user=user).update(warned_at=ago(2000))
        retention.carry_out_all()
        assert still_there(user)
        assert len(mails_to(user.email)) == 1

    def test_editors_stay(self):
        user = quiet_member()
        user.groups.add(Group.objects.get(name=EDITOR))
        Profile.objects.filter(user=user).update(warned_at=ago(31))
        retention.carry_out_all()
        assert still_there(user)

    def test_a_period_of_nothing_keeps_them(self, settings):
        settings.KEEP_INACTIVE_ACCOUNTS_DAYS = 0
        user = quiet_member(days=9000)
        retention.carry_out_all()
        assert mails_to(user.email) == []


def test_sessions_go_after_they_ended():
    Session.objects.create(session_key="oud", session_data="", expire_date=ago(2))
    Session.objects.create(session_key="nu", session_data="", expire_date=timezone.now() + timedelta(days=1))
    retention.carry_out_all()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["nu"]


def test_claims_go_a_year_after_they_were_decided():
    user = member()
    for state, days in ((ClaimState.REFUSED, 400), (ClaimState.REFUSED, 10), (ClaimState.OPEN, None)):
        decided = ago(days) if days else None
        PersonClaim.objects.create(person=PersonFactory(), user=user, state=state, decided_at=decided)
    retention.carry_out_all()
    assert PersonClaim.objects.count() == 2


def test_suspensions_go_a_year_after_they_ended():
    user = member()
    Suspension.objects.create(user=user, until=ago(400))
    Suspension.objects.create(user=user)
    retention.carry_out_all()
    assert Suspension.objects.count() == 1


def test_a_rule_that_fails_does_not_hold_up_the_others(monkeypatch):
    def fails(before):
        raise RuntimeError

    broken = retention.Rule("broken", "KEEP_ENDED_SESSIONS_DAYS", fails)
    monkeypatch.setattr(retention, "_rules", {"broken": broken, **retention._rules})
    Session.objects.create(session_key="oud", session_data="", expire_date=ago(2))
    retention.carry_out_all()
    assert not Session.objects.exists()
