"""The fields that a kind of publication uses stand first, the others are folded away unless they say something."""

import re

import pytest
from django.urls import reverse

from research.models import PublicationType
from research.publications.forms.reference import ReferenceForm
from research.publications.models import Submission

pytestmark = pytest.mark.django_db

FOLDED = re.compile(r'<details class="explain explain--block"( open)?>(.*?)</details>', re.DOTALL)


@pytest.fixture
def researcher(client, site, member):
    client.force_login(member)
    return client


def begun(member, **answers):
    return Submission.objects.create(contributor=member, answers=answers)


def address(submission):
    return reverse("publications:step", args=[submission.uuid, "publicatie"])


def folded(page):
    """Names of the fields that are folded, and whether they are shown all the same."""
    found = FOLDED.search(page)
    return (set(re.findall(r'name="(\w+)"', found[2])), bool(found[1])) if found else (set(), False)


@pytest.mark.parametrize(
    ("kind", "used", "not_used"),
    [
        ("artikel", {"published_in", "volume", "issue", "pages", "issn"}, {"book_editors", "isbn", "publisher"}),
        ("rapport", {"publisher", "publisher_place", "isbn"}, {"volume", "issue", "issn", "book_editors"}),
        ("hoofdstuk", {"published_in", "book_editors", "pages", "publisher"}, {"volume", "issue", "issn"}),
        ("proefschrift", {"publisher"}, {"volume", "issue", "pages", "book_editors", "issn"}),
        ("dataset", {"publisher", "doi"}, {"volume", "pages", "isbn", "issn", "book_editors"}),
        ("webpagina", {"publisher", "source_url"}, {"volume", "pages", "isbn", "issn", "book_editors"}),
    ],
)
def test_a_kind_shows_what_it_uses(researcher, member, kind, used, not_used):
    names, is_open = folded(researcher.get(address(begun(member, publication_type=kind))).content.decode())

    assert not used & names
    assert not_used <= names
    assert not is_open


@pytest.mark.parametrize("kind", PublicationType.values)
def test_no_field_is_lost_or_shown_twice(researcher, member, kind):
    page = researcher.get(address(begun(member, publication_type=kind))).content.decode()

    assert all(page.count(f'name="{name}"') == 1 for name in ReferenceForm.names)


def test_a_folded_field_with_a_value_is_seen(researcher, member):
    names, is_open = folded(
        researcher.get(address(begun(member, publication_type="rapport", issue="7"))).content.decode()
    )

    assert "issue" in names
    assert is_open


def test_a_folded_field_with_a_mistake_is_seen(researcher, member):
    sent = {"publication_type": "rapport", "issn": "0000-0001", "version": "0"}
    answer = researcher.post(address(begun(member)), sent)

    names, is_open = folded(answer.content.decode())
    assert answer.status_code == 422
    assert "issn" in names
    assert is_open


def test_without_scripts_another_kind_is_chosen_with_a_button_that_stays(researcher, member):
    submission = begun(member, publication_type="artikel")
    sent = {"publication_type": "hoofdstuk", "reference_title": "Samen lezen", "version": "0", "more": "1"}

    answer = researcher.post(address(submission), sent, follow=True)

    assert answer.redirect_chain[-1][0] == address(submission)
    assert "book_editors" not in folded(answer.content.decode())[0]
    assert Submission.objects.get().answers["reference_title"] == "Samen lezen"


def test_enter_in_a_field_goes_on_to_the_next_step(researcher, member):
    page = researcher.get(address(begun(member))).content.decode()

    assert re.findall(r'type="submit" name="(\w+)"', page)[0] == "next"
