"""A withdrawn publication: its address tells what it was and why it went, everything else forgets it."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Collection

from editorial.models import EditorialDocument, PageRelation, RelationKind
from research.models import InsightPage
from research.publications import open_files, withdrawing
from search import registry
from tests.factories import InsightFactory, PracticeFactory, small_site
from tests.factories.pages import blocks

pytestmark = pytest.mark.django_db
REASON = "De gegevens bleken niet te kloppen."


@pytest.fixture
def page(db, settings):
    settings.PAGE_CACHE_SECONDS = 0
    site = small_site()
    public = open_files.closed_collection()
    document = EditorialDocument(title="Artikel", collection=public, licence="cc-by")
    document.file.save("artikel.pdf", ContentFile(b"%PDF-1.4"))
    document.save()
    files = blocks(("download", {"document": document.pk, "title": "Artikel", "description": "", "kind": "text"}))
    insight = InsightFactory(parent=site.insights, slug="inzicht", title="Lezen helpt", files=files)
    practice = PracticeFactory(parent=site.practices, slug="voorbeeld")
    PageRelation.objects.create(source=insight, target=practice, kind=RelationKind.SUPPORTS)
    insight.save_revision().publish()
    draft = InsightPage.objects.get(pk=insight.pk).get_latest_revision_as_object()
    draft.version, draft.version_note = 2, "Meer cijfers."
    draft.save_revision().publish()
    return InsightPage.objects.get(pk=insight.pk)


def withdraw(page, day=None):
    draft = page.get_latest_revision_as_object()
    draft.withdrawn_on, draft.withdrawn_reason = day or timezone.localdate(), REASON
    draft.save_revision().publish()
    return InsightPage.objects.get(pk=page.pk)


@pytest.mark.parametrize("path", ["", "versie/1/", "versie/2/"])
def test_its_address_and_those_of_its_versions_say_why(page, client, path):
    withdraw(page)

    answer = client.get(f"/onderzoek/inzicht/{path}")

    assert answer.status_code == 410
    text = answer.content.decode()
    assert REASON in text
    assert "A study of something" in text
    assert "In gewone taal gezegd" not in text
    assert "noindex" in text


def test_it_leads_to_the_publication_itself_and_to_other_research(page, client):
    InsightPage.objects.filter(pk=page.pk).update(doi="10.1000/abc")
    withdraw(InsightPage.objects.get(pk=page.pk))

    text = client.get("/onderzoek/inzicht/").content.decode()

    assert 'href="https://doi.org/10.1000/abc"' in text
    assert "/zoeken/?type=insight" in text


def test_it_is_in_no_list_and_no_search(page, client):
    withdraw(page)

    assert not registry.is_indexable(InsightPage.objects.get(pk=page.pk))
    assert "Lezen helpt" not in client.get("/praktijk/voorbeeld/").content.decode()


def test_its_files_are_closed_to_everyone_but_editors(page, client):
    document = EditorialDocument.objects.get()
    assert client.get(document.url).status_code == 200

    withdraw(page)

    assert client.get(document.url).status_code != 200


def test_files_that_editors_keep_elsewhere_stay_where_they_are(page):
    elsewhere = Collection.get_first_root_node().add_child(name="Flyers")
    EditorialDocument.objects.update(collection=elsewhere)

    withdraw(page)

    assert EditorialDocument.objects.get().collection == elsewhere


def test_a_day_to_come_waits_for_that_day(page, client):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    withdraw(page, tomorrow)
    assert client.get("/onderzoek/inzicht/").status_code == 200

    InsightPage.objects.update(withdrawn_on=timezone.localdate())

    assert withdrawing.withdraw_what_is_due() == 1
    assert client.get("/onderzoek/inzicht/").status_code == 410


def test_it_can_come_back(page, client):
    page = withdraw(page)
    draft = page.get_latest_revision_as_object()
    draft.withdrawn_on, draft.withdrawn_reason = None, ""
    draft.save_revision().publish()

    assert client.get("/onderzoek/inzicht/").status_code == 200
    assert client.get(EditorialDocument.objects.get().url).status_code == 200


def test_a_page_that_is_only_unpublished_is_not_there(page, client):
    page.unpublish()

    assert client.get("/onderzoek/inzicht/").status_code == 404


def test_a_draft_that_was_never_public_tells_nothing(page, client):
    draft = {"live": False, "first_published_at": None, "withdrawn_on": timezone.localdate()}
    InsightPage.objects.update(**draft, withdrawn_reason=REASON)

    assert client.get("/onderzoek/inzicht/").status_code == 404
    assert client.get("/onderzoek/inzicht/versie/1/").status_code == 404


def test_behind_a_restriction_nobody_learns_of_it(page, client):
    from wagtail.models import PageViewRestriction

    withdraw(page)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert client.get("/onderzoek/inzicht/").status_code != 410
