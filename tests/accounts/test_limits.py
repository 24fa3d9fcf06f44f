"""Trying too often is stopped where it comes from; the owner of the account still comes in."""

import pytest
from django.test import Client

from tests.accounts.mailbox import code_to, mails_to
from tests.accounts.members import is_signed_in, member, sign_in

pytestmark = pytest.mark.django_db
ADDRESS = "noor@example.nl"


def fail(client, times):
    for _attempt in range(times):
        answer = sign_in(client, password="fout fout fout fout")
    return answer.content.decode()


def test_after_five_failures_the_right_password_does_not_work_from_there(client):
    member()
    fail(client, 5)
    sign_in(client)
    assert not is_signed_in(client)


def test_meanwhile_the_owner_comes_in_from_elsewhere(client, elsewhere):
    member()
    fail(client, 6)
    sign_in(elsewhere)
    assert is_signed_in(elsewhere)


def test_meanwhile_the_owner_comes_in_with_a_code_from_the_same_place(client):
    member()
    fail(client, 6)
    client.post("/account/inloggen/code/", {"email": ADDRESS})
    client.post("/account/inloggen/code/invoeren/", {"code": code_to(ADDRESS)})
    assert is_signed_in(client)


def test_being_stopped_says_what_else_one_can_do(client):
    member()
    assert "met een code per mail" in fail(client, 6)


def test_failures_from_many_places_close_passwords_but_not_codes(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed_anywhere": "4/h/key"}
    member()
    for place in range(4):
        fail(Client(REMOTE_ADDR=f"198.51.100.{place}"), 1)
    sign_in(client)
    assert not is_signed_in(client)
    client.post("/account/inloggen/code/", {"email": ADDRESS})
    client.post("/account/inloggen/code/invoeren/", {"code": code_to(ADDRESS)})
    assert is_signed_in(client)


def test_a_stranger_who_asks_for_codes_does_not_keep_the_owner_from_one(elsewhere):
    member()
    for _attempt in range(6):
        Client().post("/account/inloggen/code/", {"email": ADDRESS})
    sent = len(mails_to(ADDRESS))
    elsewhere.post("/account/inloggen/code/", {"email": ADDRESS})
    assert (sent, len(mails_to(ADDRESS))) == (4, 5)


def test_a_class_of_teachers_behind_one_address_signs_in_at_once():
    members = [member(f"leraar{number}@example.nl") for number in range(40)]
    clients = [Client() for _member in members]
    for client, user in zip(clients, members, strict=True):
        sign_in(client, user.email)
    assert all(is_signed_in(client) for client in clients)


def test_behind_a_proxy_the_place_is_what_the_proxy_says(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    member()
    fail(Client(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.7"), 6)
    owner = Client(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9")
    sign_in(owner)
    assert is_signed_in(owner)


def test_without_a_proxy_nobody_invents_a_place(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    member()
    for attempt in range(6):
        fail(Client(HTTP_X_FORWARDED_FOR=f"198.51.100.{attempt}"), 1)
    last = Client(HTTP_X_FORWARDED_FOR="203.0.113.9")
    sign_in(last)
    assert not is_signed_in(last)
