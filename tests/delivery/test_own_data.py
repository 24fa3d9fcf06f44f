"""What delivery keeps of a person: given back, erased, and forgotten after a while."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import own_data, retention
from delivery import subscriptions
from delivery.models import (
    DigestedItem,
    DigestIssue,
    Event,
    MailAddress,
    Notification,
    OutgoingMail,
    Preferences,
    Subscription,
)
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(days=1000)


@pytest.fixture
def user():
    return UserFactory(email="juf@school.nl")


@pytest.fixture
def everything(happening, user):
    """One of all that delivery can keep of this person."""
    happening.told_to(user)
    happening.happens()
    subscriptions.set_level(user, "thread:12", "all")
    Preferences.objects.create(user=user, digest="daily")
    DigestIssue.objects.create(user=user, period="2026-W01", since=timezone.now(), items=[{"title": "Iets"}])
    DigestedItem.objects.create(user=user, key="a")
    MailAddress.objects.create(address=user.email, refusals=1, refused_at=timezone.now())
    OutgoingMail.objects.create(key="direct:x", kind=0, address="Juf@school.nl", subject="Je code", text="geheim")
    return happening


def exported(user) -> dict:
    files = {file.path: file.as_bytes() for file in own_data.files_of(user) if file.path.startswith("delivery/")}
    return {path.removeprefix("delivery/"): json.loads(content) for path, content in files.items()}


def test_all_of_it_is_given_back(everything, user):
    files = exported(user)

    assert files["choices.json"]["mail"]["digest"] == "daily"
    assert files["choices.json"]["levels"] == [{"target": "thread:12", "level": "all"}]
    assert files["notifications.json"][0]["what"] == "Saar antwoordde je"
    assert files["digests.json"][0]["items"] == [{"title": "Iets"}]
    assert {mail["subject"] for mail in files["mails.json"]} == {"", "Je code"}


def test_what_one_may_not_see_any_more_is_not_given_back(everything, user):
    everything.hidden_from = {user.pk}

    assert exported(user)["notifications.json"][0]["what"] is None


def test_of_others_nothing_is_given_back(everything):
    files = exported(UserFactory())

    assert files["notifications.json"] == files["mails.json"] == files["digests.json"] == []


def test_who_leaves_leaves_nothing_behind(everything, user):
    own_data.leave(user)

    models = (Notification, Subscription, Preferences, DigestIssue, DigestedItem, OutgoingMail, MailAddress)
    assert [model.objects.count() for model in models] == [0] * len(models)


def test_what_others_heard_of_it_stays_without_saying_who_did_it(happening, user):
    reader = UserFactory()
    happening.told_to(reader)
    happening.happens(actor=user)

    own_data.leave(user)

    assert Notification.objects.get().user == reader
    assert Event.objects.get().actor is None


def test_after_its_time_it_goes(everything):
    long_ago = timezone.now() - LONG_AGO
    Notification.objects.update(created_at=long_ago)
    Event.objects.update(created_at=long_ago)
    OutgoingMail.objects.update(created_at=long_ago, settled_at=long_ago, state="sent")
    DigestIssue.objects.update(created_at=long_ago)
    DigestedItem.objects.update(created_at=long_ago)
    MailAddress.objects.update(refused_at=long_ago)

    retention.carry_out_all()

    models = (Notification, Event, OutgoingMail, DigestIssue, DigestedItem, MailAddress)
    assert [model.objects.count() for model in models] == [0] * len(models)


def test_before_its_time_nothing_goes(everything):
    retention.carry_out_all()

    models = (Notification, Event, DigestIssue, DigestedItem, MailAddress)
    assert [model.objects.count() for model in models] == [1] * len(models)


def test_a_mail_that_still_waits_is_not_forgotten(everything):
    long_ago = timezone.now() - LONG_AGO
    Notification.objects.all().delete()
    Event.objects.update(created_at=long_ago)
    OutgoingMail.objects.update(created_at=long_ago)

    retention.carry_out_all()

    assert OutgoingMail.objects.count() == 2
