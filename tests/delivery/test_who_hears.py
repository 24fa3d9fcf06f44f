"""Who hears of an event: audience, chosen level, and what one may see at the moment of telling."""

from __future__ import annotations

import pytest

from delivery import recipients, subscriptions
from delivery.fan_out import tell
from delivery.kinds import Reason
from delivery.models import Event, Notification, OutgoingMail, Preferences
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def who_heard() -> set[int]:
    return set(Notification.objects.values_list("user_id", flat=True))


def test_whom_it_concerns_hears_on_the_site_and_by_mail(happening):
    user = UserFactory()
    happening.told_to(user)

    happening.happens()

    assert who_heard() == {user.pk}
    assert list(OutgoingMail.objects.values_list("user_id", "state")) == [(user.pk, "waiting")]


def test_who_did_it_never_hears(happening):
    actor = UserFactory()
    happening.told_to(actor)
    subscriptions.set_level(actor, "thread:12", "all")

    happening.happens(actor=actor)

    assert who_heard() == set()


@pytest.mark.parametrize(
    ("level", "concerned", "hears"),
    [
        (None, True, True),
        (None, False, False),
        ("all", False, True),
        ("all", True, True),
        ("concerned", True, True),
        ("concerned", False, False),
        ("none", True, False),
    ],
)
def test_a_level_decides_what_one_hears(happening, level, concerned, hears):
    user = UserFactory()
    subscriptions.set_level(user, "thread:12", level)
    happening.told_to(user, concerned=concerned)

    happening.happens()

    assert (who_heard() == {user.pk}) is hears


@pytest.mark.parametrize(
    ("thread", "leerlab", "hears"),
    [("none", "all", False), ("all", "none", True), (None, "all", True), (None, "none", False)],
)
def test_the_nearest_choice_wins(happening, thread, leerlab, hears):
    user = UserFactory()
    subscriptions.set_level(user, "thread:12", thread)
    subscriptions.set_level(user, "leerlab:3", leerlab)
    happening.told_to(user, concerned=leerlab == "none")

    happening.happens()

    assert (who_heard() == {user.pk}) is hears


def test_who_follows_everything_of_it_hears_without_being_in_the_audience(happening):
    follower = UserFactory()
    subscriptions.set_level(follower, "leerlab:3", "all")

    happening.happens()

    assert who_heard() == {follower.pk}


def test_who_may_not_see_it_at_that_moment_hears_nothing(happening):
    inside, outside = UserFactory(), UserFactory()
    happening.told_to(inside, outside)
    subscriptions.set_level(outside, "thread:12", "all")
    happening.hidden_from = {outside.pk}

    happening.happens()

    assert who_heard() == {inside.pk}


def test_a_closed_account_hears_nothing(happening):
    happening.told_to(UserFactory(is_active=False))

    happening.happens()

    assert who_heard() == set()


def test_a_suspended_member_hears_nothing(happening):
    from accounts.standing import suspend

    user = UserFactory()
    suspend(user, reason="", by=None)
    happening.told_to(user)

    happening.happens()

    assert who_heard() == set()


def test_a_room_can_leave_people_out(happening, monkeypatch):
    monkeypatch.setattr(recipients, "_rules", {})
    kept, left_out = UserFactory(), UserFactory()
    recipients.leave_out("of the test", lambda user_ids: [left_out.pk])
    happening.told_to(kept, left_out)

    happening.happens()

    assert who_heard() == {kept.pk}


def test_said_twice_is_told_once(happening):
    happening.told_to(UserFactory())

    happening.happens(key="the same")
    happening.happens(key="the same")

    assert (Event.objects.count(), Notification.objects.count(), OutgoingMail.objects.count()) == (1, 1, 1)


def test_a_telling_that_was_cut_short_tells_only_the_others(happening):
    first, second = UserFactory(), UserFactory()
    happening.told_to(first)
    happening.happens()
    Event.objects.update(told_at=None)
    happening.told_to(first, second)

    tell.func(Event.objects.get().pk)

    assert Notification.objects.count() == OutgoingMail.objects.count() == 2


def test_of_several_reasons_the_one_that_concerns_you_counts(happening):
    user = UserFactory()
    happening.audience = [
        Reason(user.pk, "Je bent lid.", concerned=False),
        Reason(user.pk, "Je werd genoemd.", concerned=True),
        Reason(user.pk, "Je volgt het.", concerned=False),
    ]

    happening.happens()

    assert Notification.objects.get().why == "Je werd genoemd."


@pytest.mark.parametrize(("moment", "mails", "for_digest"), [("digest", 0, True), ("never", 0, False)])
def test_who_wants_no_mail_at_once_hears_on_the_site(happening, moment, mails, for_digest):
    user = UserFactory()
    Preferences.objects.create(user=user, notifications_by_mail=moment)
    happening.told_to(user)

    happening.happens()

    assert OutgoingMail.objects.count() == mails
    assert Notification.objects.get().for_digest is for_digest


def test_an_event_of_a_kind_that_no_room_knows_is_told_to_nobody(happening):
    Event.objects.create(kind="unknown", key="x", about="thread:1")

    assert tell.func(Event.objects.get().pk) == 0


def test_a_large_audience_costs_a_bounded_number_of_queries_a_batch(happening, django_assert_max_num_queries):
    happening.told_to(*UserFactory.create_batch(450))

    with django_assert_max_num_queries(50):
        happening.happens()

    assert Notification.objects.count() == 450
