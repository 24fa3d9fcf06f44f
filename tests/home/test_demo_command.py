"""The demo command on a site without the demo content."""

import io

import pytest
from django.core.management import CommandError, call_command

from editorial.demonstration.content import ContentError
from home.demo import loading
from home.models import HomePage
from tests.accounts.members import is_signed_in
from tests.factories import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_mistake_in_the_content_ends_in_one_sentence(monkeypatch):
    def mistaken() -> None:
        raise ContentError("news/x.toml", "title", "is missing")

    monkeypatch.setattr(loading.terms, "load_vocabulary", mistaken)

    with pytest.raises(CommandError, match=r"^news/x\.toml: title: is missing$"):
        call_command("demo", "load")
    assert not HomePage.objects.exists()


def test_generated_pages_need_the_demo_content(monkeypatch):
    monkeypatch.setattr("home.management.commands.demo.load", loading.Loaded)
    monkeypatch.setattr("home.management.commands.demo.load_parts", list)

    with pytest.raises(CommandError, match="load the demo content first"):
        call_command("demo", "load", "--scale", "10")


def test_clearing_without_generated_pages_says_so(capsys):
    call_command("demo", "clear-scale")

    assert capsys.readouterr().out.strip() == "0 generated pages removed."


PASSWORD = "vier losse woorden samen"


def test_invented_members_get_one_password_and_real_ones_keep_theirs(monkeypatch, capsys, client):
    invented, real = UserFactory(email="juf.anouk@example.nl"), UserFactory(email="meester@school.nl")
    PersonFactory(user=invented, is_example=True, role="leraar groep 5")
    PersonFactory(user=real)
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))

    call_command("demo", "accounts")

    said = capsys.readouterr().out
    assert "juf.anouk@example.nl" in said
    assert "leraar groep 5" in said
    assert "meester@school.nl" not in said
    client.post("/account/inloggen/", {"login": invented.email, "password": PASSWORD})
    assert is_signed_in(client)
    real.refresh_from_db()
    assert not real.check_password(PASSWORD)


def test_a_password_that_is_too_simple_changes_nothing(monkeypatch):
    invented = UserFactory(email="juf.anouk@example.nl")
    PersonFactory(user=invented, is_example=True)
    monkeypatch.setattr("sys.stdin", io.StringIO("12345\n"))

    with pytest.raises(CommandError):
        call_command("demo", "accounts")

    invented.refresh_from_db()
    assert not invented.check_password("12345")


def test_without_demo_content_there_is_nobody_to_sign_in_as(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))

    with pytest.raises(CommandError, match="demo load"):
        call_command("demo", "accounts")
