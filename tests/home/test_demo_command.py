"""The demo command on a site without the demo content."""

import pytest
from django.core.management import CommandError, call_command

from editorial.demonstration.content import ContentError
from home.demo import loading
from home.models import HomePage

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
    monkeypatch.setattr("home.management.commands.demo.load_parts", dict)

    with pytest.raises(CommandError, match="load the demo content first"):
        call_command("demo", "load", "--scale", "10")


def test_clearing_without_generated_pages_says_so(capsys):
    call_command("demo", "clear-scale")

    assert capsys.readouterr().out.strip() == "0 generated pages removed."
