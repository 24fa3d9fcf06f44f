"""Ending mail from within a mail, without signing in."""

from __future__ import annotations

import re
from datetime import timedelta
from time import time

import pytest
from django.core import mail, signing
from django.test import Client

from delivery import subscriptions, targets
from delivery.models import Preferences, Subscription
from delivery.sending.worker import send_waiting
from delivery.targets import Target
from delivery.unsubscribing import tokens
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def user():
    return UserFactory()


def path_for(user, target: str = "thread:12") -> str:
    return f"/afmelden/{tokens.make(user, target)}/"


def all_choices() -> tuple:
    return tuple(Subscription.objects.values_list("user_id", "target", "level")), tuple(
        Preferences.objects.values_list("user_id", "digest", "notifications_by_mail")
    )


def test_the_address_in_a_mail_ends_what_it_was_about(client, happening, user):
    happening.told_to(user)
    happening.happens()
    send_waiting()
    address = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")

    answer = client.post(re.sub(r"^https?://[^/]+", "", address), ONE_CLICK)

    assert answer.status_code == 200
    assert subscriptions.level_of(user, "thread:12") == "none"
    assert subscriptions.level_of(user, "thread:13") == "concerned"


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_mail_scanner_that_looks_at_the_address_changes_nothing(client, user, method):
    getattr(client, method)(path_for(user))

    assert all_choices() == ((), ())


def test_looking_shows_what_would_end(client, user, monkeypatch):
    monkeypatch.setattr(targets, "_kinds", {"thread": lambda pk, user: Target(f"Gesprek {pk}", "/")})

    assert "Gesprek 12" in client.get(path_for(user)).content.decode()


def test_what_you_may_not_see_any_more_is_not_named(client, user, monkeypatch):
    monkeypatch.setattr(targets, "_kinds", {"thread": lambda pk, user: None})

    assert client.get(path_for(user)).status_code == 200


def test_a_mail_program_needs_no_cookie_and_no_form_token(user):
    answer = Client(enforce_csrf_checks=True).post(path_for(user), ONE_CLICK)

    assert answer.status_code == 200
    assert subscriptions.level_of(user, "thread:12") == "none"


def test_the_digest_can_be_ended(client, user):
    client.post(path_for(user, tokens.DIGEST_TARGET), ONE_CLICK)

    assert Preferences.objects.get(user=user).digest == "none"
    assert Preferences.objects.get(user=user).notifications_by_mail == "immediately"


def test_all_mail_can_be_ended_at_once(client, user):
    client.post(path_for(user), {"alles": "ja"})

    chosen = Preferences.objects.get(user=user)
    assert (chosen.digest, chosen.notifications_by_mail) == ("none", "never")


def test_used_again_it_changes_nothing_more(client, user):
    client.post(path_for(user), ONE_CLICK)
    after_once = all_choices()

    assert client.post(path_for(user), ONE_CLICK).status_code == 200
    assert all_choices() == after_once


def test_a_word_that_is_too_old_changes_nothing(client, user, settings, monkeypatch):
    long_ago = time() - timedelta(days=settings.DELIVERY_UNSUBSCRIBE_DAYS, hours=1).total_seconds()
    with monkeypatch.context() as patched:
        patched.setattr("django.core.signing.time.time", lambda: long_ago)
        path = path_for(user)

    assert client.post(path, ONE_CLICK).status_code == 410
    assert all_choices() == ((), ())


def test_a_changed_word_changes_nothing(client, user):
    token = tokens.make(user, "thread:12")
    for place in (0, len(token) // 2, len(token) - 1):
        other = "A" if token[place] != "A" else "B"
        forged = token[:place] + other + token[place + 1 :]
        assert client.post(f"/afmelden/{forged}/", ONE_CLICK).status_code == 410

    assert all_choices() == ((), ())


def test_parts_of_two_words_cannot_be_exchanged(client, user):
    mine, theirs = tokens.make(user, "thread:12"), tokens.make(UserFactory(), "leerlab:3")
    payload, signature = mine.split(":", 1)[0], theirs.split(":", 1)[1]

    assert client.post(f"/afmelden/{payload}:{signature}/", ONE_CLICK).status_code == 410
    assert all_choices() == ((), ())


def test_a_word_made_for_something_else_changes_nothing(client, user):
    elsewhere = signing.dumps([user.pk, "thread:12", "x"], salt="another")

    assert client.post(f"/afmelden/{elsewhere}/", ONE_CLICK).status_code == 410
    assert all_choices() == ((), ())


def test_a_word_sent_to_an_address_that_was_left_changes_nothing(client, user):
    path = path_for(user)
    user.email = "nieuw@school.nl"
    user.save()

    assert client.post(path, ONE_CLICK).status_code == 410
    assert all_choices() == ((), ())


def test_it_changes_nothing_for_who_happens_to_be_signed_in(client, user):
    someone_else = UserFactory()
    client.force_login(someone_else)

    client.post(path_for(user), ONE_CLICK)

    assert {row[0] for row in all_choices()[0]} == {user.pk}


def test_the_word_does_not_travel_to_another_site(client, user):
    assert client.get(path_for(user))["Referrer-Policy"] == "same-origin"


def test_nobody_keeps_the_page(client, user):
    assert "no-store" in client.get(path_for(user))["Cache-Control"]
