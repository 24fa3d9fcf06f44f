"""Making an account: a name, an address that is confirmed, and a password or none."""

import pytest
from allauth.account.models import EmailAddress

from accounts.models import User
from tests.accounts.mailbox import code_to, mails_to
from tests.accounts.members import PASSWORD, is_signed_in, member

pytestmark = pytest.mark.django_db
NEW = "nieuw@example.nl"


def sign_up(client, **changes):
    form = {"display_name": "Noor de Vries", "email": NEW, "password1": PASSWORD, **changes}
    return client.post("/account/aanmelden/", form)


def confirm(client, code):
    return client.post("/account/e-mailadres/bevestigen/", {"code": code})


def test_the_code_from_the_mail_makes_a_signed_in_member(client):
    sign_up(client)
    confirm(client, code_to(NEW))
    assert is_signed_in(client)
    assert EmailAddress.objects.get(email=NEW).verified


def test_the_name_stands_on_the_profile(client):
    sign_up(client)
    assert User.objects.get(email=NEW).profile.display_name == "Noor de Vries"


def test_without_the_code_nobody_is_in(client):
    sign_up(client)
    assert not is_signed_in(client)


def test_a_password_is_not_needed(client):
    sign_up(client, password1="")
    confirm(client, code_to(NEW))
    assert is_signed_in(client)
    assert not User.objects.get(email=NEW).has_usable_password()


def test_a_weak_password_is_refused_and_what_was_typed_stays(client):
    answer = sign_up(client, password1="wachtwoord")
    assert "Noor de Vries" in answer.content.decode()
    assert not User.objects.exists()


def test_the_code_of_another_person_does_not_work(client, elsewhere):
    sign_up(client)
    sign_up(elsewhere, email="ander@example.nl")
    confirm(client, code_to("ander@example.nl"))
    assert not is_signed_in(client)


def test_a_code_that_expired_does_not_work(client, settings):
    sign_up(client)
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = -1
    confirm(client, code_to(NEW))
    assert not is_signed_in(client)


def test_after_three_wrong_codes_the_right_one_does_not_work_either(client):
    sign_up(client)
    for _attempt in range(3):
        confirm(client, "BBBB-BBBB")
    confirm(client, code_to(NEW))
    assert not is_signed_in(client)


def test_whoever_has_an_account_is_told_by_mail_only(client):
    member(NEW)
    sign_up(client)
    assert "al een account" in mails_to(NEW)[-1].subject
    assert User.objects.count() == 1
