"""Accounts: made and changed in the admin, and on the command line."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from editorial.groups import EDITOR
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "vier losse woorden samen"


@pytest.fixture
def administrator():
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    return client


def account_form(**changes):
    form = {"email": "Nieuw@Example.nl", "first_name": "Noor", "last_name": "Nieuw", "is_active": "on"}
    return {**form, "password1": PASSWORD, "password2": PASSWORD, **changes}


def test_a_new_account_can_sign_in_and_is_in_its_group(administrator):
    group = Group.objects.get(name=EDITOR)
    administrator.post(reverse("wagtailusers_users:add"), account_form(groups=[group.pk]))
    client = Client()
    assert client.login(username="nieuw@example.nl", password=PASSWORD)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_addresses_are_kept_in_lower_case(administrator):
    administrator.post(reverse("wagtailusers_users:add"), account_form())
    assert User.objects.filter(email="nieuw@example.nl").exists()


def test_an_address_in_other_capitals_is_taken(administrator):
    UserFactory(email="nieuw@example.nl")
    answer = administrator.post(reverse("wagtailusers_users:add"), account_form())
    assert answer.status_code == 200
    assert User.objects.filter(email__iexact="nieuw@example.nl").count() == 1


def test_capitals_do_not_matter_in_signing_in():
    User.objects.create_user("noor@example.nl", PASSWORD)
    assert Client().login(username="Noor@Example.NL", password=PASSWORD)


def test_an_account_can_be_changed_without_changing_the_password(administrator):
    user = User.objects.create_user("noor@example.nl", PASSWORD, first_name="Noor", last_name="Oud")
    form = account_form(email="noor@example.nl", password1="", password2="")
    administrator.post(reverse("wagtailusers_users:edit", args=[user.pk]), form)
    user.refresh_from_db()
    assert (user.last_name, user.check_password(PASSWORD)) == ("Nieuw", True)


def test_accounts_are_listed(administrator):
    UserFactory(email="iemand@example.nl")
    assert "iemand@example.nl" in administrator.get(reverse("wagtailusers_users:index")).content.decode()


def test_an_administrator_is_made_on_the_command_line(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", interactive=False, email="Baas@Example.nl", verbosity=0)
    user = User.objects.get()
    assert (user.email, user.is_superuser, user.check_password(PASSWORD)) == ("baas@example.nl", True, True)
