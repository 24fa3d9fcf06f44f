"""``manage.py create_editor``."""

from __future__ import annotations

import io
import sys

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db
GOOD = "een lang en goed wachtwoord"


@pytest.fixture(autouse=True)
def group() -> Group:
    return Group.objects.get_or_create(name="Eindredacteur")[0]


def create(monkeypatch: pytest.MonkeyPatch, email: str, password: str = GOOD, **options: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    call_command("create_editor", email, stdout=io.StringIO(), **options)


def test_the_account_can_sign_in_with_the_rights_of_the_group(monkeypatch, group: Group) -> None:
    create(monkeypatch, "Ada@example.nl")
    user = authenticate(username="ada@example.nl", password=GOOD)
    assert user is not None
    assert list(user.groups.all()) == [group]
    assert not user.is_superuser


def test_an_unknown_group_is_refused_and_the_others_are_named(monkeypatch) -> None:
    with pytest.raises(CommandError, match=r"no group 'Baas'; there are .*Eindredacteur"):
        create(monkeypatch, "ada@example.nl", group="Baas")


def test_a_weak_password_makes_no_account(monkeypatch) -> None:
    with pytest.raises(CommandError):
        create(monkeypatch, "ada@example.nl", password="kort")
    assert not get_user_model().objects.filter(email="ada@example.nl").exists()


def test_what_is_no_address_is_refused(monkeypatch) -> None:
    with pytest.raises(CommandError, match="is not an e-mail address"):
        create(monkeypatch, "ada")


def test_an_address_has_one_account(monkeypatch) -> None:
    create(monkeypatch, "ada@example.nl")
    with pytest.raises(CommandError, match="has an account already"):
        create(monkeypatch, "ADA@example.nl")
