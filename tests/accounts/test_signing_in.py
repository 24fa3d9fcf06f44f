"""Signing in: with a password, with a code, with a second step; and never past where one should be."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from tests.accounts.mailbox import code_to
from tests.accounts.members import PASSWORD, is_signed_in, member, sign_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def code_of_now(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_with_a_password_in_whatever_capitals_the_address_is(client):
    member()
    sign_in(client, "Noor@Example.nl")
    assert is_signed_in(client)


def test_with_a_code_by_mail(client):
    member()
    client.post("/account/inloggen/code/", {"email": "noor@example.nl"})
    client.post("/account/inloggen/code/invoeren/", {"code": code_to("noor@example.nl")})
    assert is_signed_in(client)


def test_a_code_works_once(client):
    member()
    client.post("/account/inloggen/code/", {"email": "noor@example.nl"})
    code = code_to("noor@example.nl")
    client.post("/account/inloggen/code/invoeren/", {"code": code})
    client.post("/account/uitloggen/")
    client.post("/account/inloggen/code/", {"email": "noor@example.nl"})
    client.post("/account/inloggen/code/invoeren/", {"code": code})
    assert not is_signed_in(client)


def test_a_code_works_only_in_the_browser_that_asked(client):
    member()
    client.post("/account/inloggen/code/", {"email": "noor@example.nl"})
    other = Client()
    other.post("/account/inloggen/code/invoeren/", {"code": code_to("noor@example.nl")})
    assert not is_signed_in(other)


def test_following_every_address_of_signing_in_signs_nobody_in(client):
    """As a mail scanner does, that opens what it finds."""
    member()
    client.post("/account/inloggen/code/", {"email": "noor@example.nl"})
    code = code_to("noor@example.nl")
    client.get("/account/inloggen/code/invoeren/", {"code": code})
    assert not is_signed_in(client)


def test_an_address_that_was_never_confirmed_is_confirmed_first(client):
    UserFactory(email="noor@example.nl", password=PASSWORD)
    answer = sign_in(client)
    assert answer.url == "/account/e-mailadres/bevestigen/"
    client.post(answer.url, {"code": code_to("noor@example.nl")})
    assert is_signed_in(client)


def test_an_address_that_an_administrator_changed_is_confirmed_first(client):
    user = member()
    user.email = "anders@example.nl"
    user.save()
    sign_in(client, "anders@example.nl")
    assert not is_signed_in(client)


def test_a_second_step_is_asked_of_whoever_set_one_up(client):
    user = member()
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(user, secret)
    assert sign_in(client).url == "/account/inloggen/tweede-stap/"
    assert not is_signed_in(client)
    client.post("/account/inloggen/tweede-stap/", {"code": code_of_now(secret)})
    assert is_signed_in(client)


def test_a_code_by_mail_does_not_go_round_the_second_step(client):
    TOTP.activate(member(), "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    client.post("/account/inloggen/code/", {"email": "noor@example.nl"})
    client.post("/account/inloggen/code/invoeren/", {"code": code_to("noor@example.nl")})
    assert not is_signed_in(client)


def test_a_new_password_by_code(client):
    user = member()
    client.post("/account/wachtwoord/vergeten/", {"email": "noor@example.nl"})
    client.post("/account/wachtwoord/vergeten/code/", {"code": code_to("noor@example.nl")})
    new = "een heel ander wachtwoord"
    client.post("/account/wachtwoord/vergeten/nieuw/", {"password1": new, "password2": new})
    user.refresh_from_db()
    assert user.check_password(new)


def test_one_comes_back_where_one_was(client):
    member()
    assert sign_in(client, next="/zoeken/?q=lezen").url == "/zoeken/?q=lezen"


def test_nobody_is_led_to_another_site(client):
    member()
    assert sign_in(client, next="https://elders.example/").url == "/account/"


def test_an_account_that_was_closed_stays_out(client):
    member(is_active=False)
    assert sign_in(client).url == "/account/gesloten/"
    assert not is_signed_in(client)
