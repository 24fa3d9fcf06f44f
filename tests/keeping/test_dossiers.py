"""Dossiers: made of a collection by an editor, approved by the chief editor, found by everybody."""

import json
from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from pypdf import PdfReader

from keeping import collections
from keeping.models import Collection, DossierPage
from tests.factories import NewsFactory, PracticeFactory, UserFactory
from tests.factories.pages import ContentPageFactory

pytestmark = pytest.mark.django_db


class DossierFactory(ContentPageFactory):
    class Meta:
        model = DossierPage


@pytest.fixture
def editor(client):
    user = UserFactory()
    user.groups.add(Group.objects.get(name="Redacteur"))
    client.force_login(user)
    return user


@pytest.fixture
def practice(site):
    return PracticeFactory(parent=site.practices, title="Hardop denken in groep 5")


def collection_of(owner, *pages):
    made, _ = collections.make(owner, "Begrijpend lezen", "Voor een studiedag.")
    for page in pages:
        collections.add(made, page, "Begin hier.")
    return Collection.objects.get(pk=made.pk)


def parts(*pages):
    return json.dumps([{"type": "part", "value": {"page": page.pk, "note": f"Over {page.title}"}} for page in pages])


def test_an_editor_makes_a_draft_of_a_collection_that_waits_for_approval(client, editor, practice):
    collection = collection_of(editor, practice)

    for _ in range(2):
        answer = client.post(f"/bewaard/{collection.uuid}/dossier/")

    page = DossierPage.objects.get()
    assert answer.url == f"/admin/pages/{page.pk}/edit/"
    assert (page.live, page.title, page.summary) == (False, "Begrijpend lezen", "Voor een studiedag.")
    assert [(part.value["page"].pk, part.value["note"]) for part in page.parts] == [(practice.pk, "Begin hier.")]
    assert page.current_workflow_state is not None


@pytest.fixture
def published(site, practice, index_now):
    page = DossierFactory(
        parent=site.dossiers,
        title="Begrijpend lezen",
        summary="Om samen te lezen.",
        parts=parts(practice, NewsFactory(parent=site.news, title="Rekenen & munten")),
    )
    index_now()
    return page


@pytest.mark.parametrize("code", ["lijst", "ris", "bibtex", "csl-json"])
def test_a_dossier_is_taken_along_by_everyone_like_a_collection(client, published, code):
    taken = client.get(f"/bewaren/dossier/{published.pk}/{code}/")

    assert b"Hardop denken in groep 5" in taken.content
    assert "begrijpend-lezen." in taken["Content-Disposition"]
    assert f"/bewaren/dossier/{published.pk}/{code}/" in client.get(published.url).content.decode()


def test_a_dossier_as_pdf_says_why_each_page_is_in_it(client, published):
    document = PdfReader(BytesIO(client.get(f"/bewaren/dossier/{published.pk}/pdf/").content))

    text = " ".join(page.extract_text() for page in document.pages)
    assert "Over Hardop denken in groep 5" in text


def test_no_file_of_a_dossier_tells_of_a_page_that_became_private(client, published, practice):
    practice.unpublish()

    taken = client.get(f"/bewaren/dossier/{published.pk}/lijst/").content.decode()
    assert "Hardop denken" not in taken
    assert "Rekenen & munten" in taken


def test_a_dossier_that_not_everyone_may_read_has_no_file(client, published):
    published.unpublish()

    assert client.get(f"/bewaren/dossier/{published.pk}/ris/").status_code == 404


def test_a_member_who_is_no_editor_makes_none(client, practice):
    member = UserFactory()
    client.force_login(member)
    collection = collection_of(member, practice)

    assert "Maak er een dossier van" not in client.get(f"/bewaard/{collection.uuid}/").content.decode()
    assert client.post(f"/bewaard/{collection.uuid}/dossier/").status_code == 403


def test_a_page_that_is_not_public_does_not_come_along(client, editor, practice, site):
    hidden = NewsFactory(parent=site.news)
    collection = collection_of(editor, practice, hidden)
    hidden.unpublish()

    client.post(f"/bewaard/{collection.uuid}/dossier/")

    assert [part.value["page"].pk for part in DossierPage.objects.get().parts] == [practice.pk]


def test_it_is_read_with_what_the_editors_say_of_each_page(site, client, practice, index_now):
    hidden = NewsFactory(parent=site.news, title="Ingetrokken bericht")
    DossierFactory(parent=site.dossiers, slug="lezen", parts=parts(practice, hidden))
    hidden.unpublish()
    index_now()

    shown = client.get("/dossiers/lezen/").content.decode()

    assert "Hardop denken in groep 5" in shown
    assert "Over Hardop denken" in shown
    assert "Over Ingetrokken" not in shown


def test_it_is_found_as_a_kind_of_its_own(site, client, practice, index_now):
    DossierFactory(parent=site.dossiers, slug="lezen", title="Dossier tekstbegrip", parts=parts(practice))
    index_now()

    found = client.get("/api/zoeken/?q=tekstbegrip&type=dossier").json()

    assert [hit["url"] for hit in found["results"]] == ["/dossiers/lezen/"]
    assert "Dossier tekstbegrip" in client.get("/dossiers/").content.decode()


def test_it_stays_within_the_budget_of_a_page(
    site, client, practice, index_now, settings, django_assert_max_num_queries
):
    settings.PAGE_CACHE_SECONDS = 0
    more = [PracticeFactory(parent=site.practices) for _ in range(5)]
    DossierFactory(parent=site.dossiers, slug="lezen", parts=parts(practice, *more))
    index_now()
    cache.clear()
    client.get("/dossiers/lezen/")

    with django_assert_max_num_queries(10):
        client.get("/dossiers/lezen/")
