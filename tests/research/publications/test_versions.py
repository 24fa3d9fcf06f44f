"""Versions of an insight: each stays readable, and the page's own address shows the latest."""

import pytest

from editorial.models import PageAuthor
from research.models import InsightPage
from research.publications.models import PublicationVersion
from tests.factories import InsightFactory, PersonFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db):
    """An insight in its first version."""
    site = small_site()
    insight = InsightFactory(parent=site.insights, slug="inzicht", title="Lezen helpt", question="Eerste vraag?")
    PageAuthor.objects.create(page=insight, person=PersonFactory(given_name="Ada", family_name="Smit"))
    insight.save_revision().publish()
    return InsightPage.objects.get(pk=insight.pk)


def publish(page, *, version=None, note="", **fields):
    """What saving and publishing in the admin does."""
    draft = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    if version:
        draft.version, draft.version_note = version, note
    draft.save_revision().publish()
    return InsightPage.objects.get(pk=page.pk)


def test_publishing_keeps_the_first_version(page):
    assert [version.number for version in page.versions.all()] == [1]


def test_a_typo_makes_no_version_and_is_mended_in_the_latest(page, client):
    publish(page, question="Eerste vraag, goed gespeld?")

    assert PublicationVersion.objects.count() == 1
    assert "goed gespeld" in client.get("/onderzoek/inzicht/versie/1/").content.decode()


def test_a_new_version_leaves_the_old_one_as_it_was(page, client):
    publish(page, version=2, note="Nieuwe cijfers.", question="Tweede vraag?")

    first = client.get("/onderzoek/inzicht/versie/1/").content.decode()
    assert "Eerste vraag?" in first
    assert "Tweede vraag?" not in first
    assert "Tweede vraag?" in client.get("/onderzoek/inzicht/").content.decode()


def test_an_old_version_says_that_there_is_a_newer_one_and_keeps_engines_away(page, client):
    publish(page, version=2, note="Nieuwe cijfers.", question="Tweede vraag?")

    first = client.get("/onderzoek/inzicht/versie/1/").content.decode()

    assert "Er is een nieuwere" in first
    bar = first[first.index("publication-bar") :]
    assert "Anders in versie 2:" in bar[: bar.index("</p>")]
    assert "Nieuwe cijfers." in bar[: bar.index("</p>")]
    assert '<meta name="robots" content="noindex">' in first
    assert '<link rel="canonical" href="http://testserver/onderzoek/inzicht/">' in first


def test_a_typo_in_the_second_version_does_not_touch_the_first(page, client):
    publish(page, version=2, note="Nieuwe cijfers.", question="Tweede vraag?")
    publish(page, question="Tweede vraag, beter gespeld?")

    assert PublicationVersion.objects.count() == 2
    assert "Eerste vraag?" in client.get("/onderzoek/inzicht/versie/1/").content.decode()


def test_the_list_says_what_changed(page, client):
    publish(page, version=2, note="Nieuwe cijfers van 2026.", question="Tweede vraag?")

    text = client.get("/onderzoek/inzicht/").content.decode()

    assert "Nieuwe cijfers van 2026." in text
    assert 'href="/onderzoek/inzicht/versie/1/"' in text
    assert 'href="/onderzoek/inzicht/versie/2/"' in text


def test_an_author_who_left_still_stands_with_the_version_they_wrote(page, client):
    draft = page.get_latest_revision_as_object()
    draft.page_authors = []
    draft.version = 2
    draft.save_revision().publish()

    assert "Ada Smit" in client.get("/onderzoek/inzicht/versie/1/").content.decode()
    assert "Ada Smit" not in client.get("/onderzoek/inzicht/versie/2/").content.decode()


@pytest.mark.parametrize("number", ["0", "2", "01", "x", "1000", "-1"])
def test_a_version_that_there_never_was_is_not_there(page, client, number):
    assert client.get(f"/onderzoek/inzicht/versie/{number}/").status_code == 404


def test_a_page_published_before_versions_were_kept_loses_nothing(page, client):
    PublicationVersion.objects.all().delete()

    publish(page, version=2, question="Tweede vraag?")

    assert "Eerste vraag?" in client.get("/onderzoek/inzicht/versie/1/").content.decode()


def test_a_page_of_one_version_has_an_address_for_it_too(page, client):
    PublicationVersion.objects.all().delete()

    assert client.get("/onderzoek/inzicht/versie/1/").status_code == 200


def test_an_older_draft_cannot_take_back_the_number(page):
    publish(page, version=3, question="Tweede vraag?")
    page = publish(page, version=1, question="Derde vraag?")

    assert page.version == 2


def test_versions_of_a_page_that_is_not_public_are_closed(page, client):
    page.unpublish()

    assert client.get("/onderzoek/inzicht/versie/1/").status_code == 404


def test_versions_move_along_with_the_page(page, client):
    page.slug = "verhuisd"
    page.save_revision().publish()

    assert client.get("/onderzoek/verhuisd/versie/1/").status_code == 200


def test_in_english_too(page, client):
    publish(page, version=2, question="Tweede vraag?")

    assert 'href="/en/onderzoek/inzicht/versie/1/"' in client.get("/en/onderzoek/inzicht/").content.decode()
    assert client.get("/en/onderzoek/inzicht/versie/1/").status_code == 200
