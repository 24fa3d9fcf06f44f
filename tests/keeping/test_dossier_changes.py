"""Index, files and records of a dossier speak only of pages that are public now, and follow when one changes."""

import json

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from harvesting.models import PublicRecord
from harvesting.numbering import number_pending
from keeping.dossier_changes import dossiers_with
from search.indexing.drain import drain
from tests.factories import NewsFactory, PracticeFactory
from tests.keeping.test_dossiers import DossierFactory

pytestmark = pytest.mark.django_db


def chosen(*pages_and_notes):
    return json.dumps([{"type": "part", "value": {"page": page.pk, "note": note}} for page, note in pages_and_notes])


@pytest.fixture
def practice(site):
    return PracticeFactory(parent=site.practices, title="Hardop denken")


@pytest.fixture
def news(site):
    return NewsFactory(parent=site.news, title="Studiedag")


@pytest.fixture
def dossier(site, practice, news, index_now):
    cache.clear()
    page = DossierFactory(
        parent=site.dossiers,
        title="Samen lezen",
        slug="lezen",
        parts=chosen((practice, "Lees eerst over parelduiken."), (news, "Daarna de kroonluchter.")),
    )
    index_now()
    number_pending()
    return page


def sequence_of(page) -> int:
    number_pending()
    return PublicRecord.objects.get(page_number=page.pk).sequence


def found(client, word):
    drain()
    return [hit["title"] for hit in client.get(f"/api/zoeken/?q={word}").json()["results"]]


def make_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def unpublish(page):
    page.unpublish()


def remove(page):
    page.delete()


@pytest.mark.parametrize("go", [make_private, unpublish, remove])
def test_what_is_said_of_a_page_is_not_found_once_the_page_is_not_public(client, dossier, practice, go):
    assert found(client, "parelduiken") == ["Samen lezen"]

    go(practice)

    assert found(client, "parelduiken") == []
    assert found(client, "kroonluchter") == ["Samen lezen"]


def test_it_is_found_again_when_the_page_is_public_again(client, dossier, practice):
    make_private(practice)
    PageViewRestriction.objects.all().delete()

    assert found(client, "parelduiken") == ["Samen lezen"]


def test_a_reader_sees_nothing_of_a_page_that_became_private_before_the_index_caught_up(client, dossier, practice):
    make_private(practice)

    shown = client.get("/dossiers/lezen/").content.decode()

    assert "parelduiken" not in shown
    assert "Hardop denken" not in shown
    assert "kroonluchter" in shown


@pytest.mark.parametrize("go", [make_private, unpublish, remove])
def test_the_record_gets_a_new_date_when_a_page_is_not_public_any_more(dossier, practice, go):
    before = sequence_of(dossier)

    go(practice)

    assert sequence_of(dossier) > before


def test_the_record_gets_a_new_date_when_a_page_is_called_otherwise(dossier, practice):
    before = sequence_of(dossier)

    practice.title = "Hardop denken in groep 6"
    practice.save_revision().publish()

    assert sequence_of(dossier) > before


def test_the_record_gets_a_new_date_when_a_page_moves_to_another_address(dossier, practice):
    before = sequence_of(dossier)

    practice.slug = "elders"
    practice.save_revision().publish()

    assert sequence_of(dossier) > before


def test_the_record_keeps_its_date_when_a_page_changes_in_what_the_record_does_not_say(dossier, practice):
    before = sequence_of(dossier)

    practice.summary = "Anders gezegd."
    practice.save_revision().publish()

    assert sequence_of(dossier) == before


def test_a_draft_of_a_page_changes_no_record(dossier, practice):
    before = sequence_of(dossier)

    practice.title = "Nog niet"
    practice.save_revision()

    assert sequence_of(dossier) == before


@pytest.mark.parametrize(
    "address", ["/api/v1/pages/{pk}/", "/oai/?verb=GetRecord&metadataPrefix=oai_dc&identifier={oai}"]
)
def test_what_machines_read_says_nothing_of_a_page_that_became_private(client, dossier, practice, address):
    make_private(practice)
    identifier = PublicRecord.objects.get(page_number=dossier.pk).identifier

    said = client.get(address.format(pk=dossier.pk, oai=identifier)).content.decode()

    assert "Samen lezen" in said
    assert practice.url not in said
    assert "Hardop denken" not in said
    assert "parelduiken" not in said


def test_dossiers_are_looked_up_in_two_queries_whatever_the_number_of_pages(
    dossier, practice, news, django_assert_num_queries
):
    dossiers_with([practice.pk])

    with django_assert_num_queries(2):
        assert dossiers_with([practice.pk, news.pk]) == [dossier.pk]


def test_a_page_in_no_dossier_costs_one_query(site, dossier, django_assert_num_queries):
    alone = NewsFactory(parent=site.news)

    with django_assert_num_queries(1):
        assert dossiers_with([alone.pk]) == []
