"""A collection taken along: references that another library reads, a tagged PDF, a plain list."""

from io import BytesIO

import pytest
import rispy
from pybtex.database import parse_string
from pypdf import PdfReader

from keeping import collections, sharing
from keeping.models import Collection
from tests.factories import NewsFactory, PracticeFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def collection(site, owner):
    made, _ = collections.make(owner, "Voor de studiedag", "Wat ik wil bespreken.")
    page = PracticeFactory(parent=site.practices, title="Hardop denken in groep 5", slug="hardop-denken-in-groep-5")
    collections.add(made, page, "Begin hier.")
    collections.add(made, NewsFactory(parent=site.news, title="Rekenen & munten {echt}"))
    return Collection.objects.get(pk=made.pk)


def taken(client, collection, code):
    return client.get(f"/bewaard/{collection.uuid}/meenemen/{code}/")


def test_as_ris_in_the_order_of_the_collection(client, collection):
    answer = taken(client, collection, "ris")

    titles = [entry.get("title") or entry.get("primary_title") for entry in rispy.loads(answer.content.decode())]
    assert titles == ["Hardop denken in groep 5", "Rekenen & munten {echt}"]
    assert answer["Content-Disposition"] == 'attachment; filename="voor-de-studiedag.ris"'


def test_as_bibtex(client, collection):
    assert len(parse_string(taken(client, collection, "bibtex").content.decode(), "bibtex").entries) == 2


def test_as_csl_json(client, collection):
    assert [item["title"] for item in taken(client, collection, "csl-json").json()] == [
        "Hardop denken in groep 5",
        "Rekenen & munten {echt}",
    ]


def test_as_a_tagged_pdf_with_the_notes(client, collection):
    answer = taken(client, collection, "pdf")

    document = PdfReader(BytesIO(answer.content))
    text = " ".join(page.extract_text() for page in document.pages)
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert document.trailer["/Root"]["/Lang"] == "nl"
    assert "Begin hier." in text
    assert "Hardop denken in groep 5" in text


def test_in_the_pdf_the_address_of_each_source_is_a_link(client, collection):
    document = PdfReader(BytesIO(taken(client, collection, "pdf").content))

    marks = [mark.get_object() for page in document.pages for mark in page.get("/Annots", [])]
    addresses = [mark["/A"]["/URI"] for mark in marks if "/URI" in mark.get("/A", {})]
    assert len([one for one in addresses if one.endswith("/praktijk/hardop-denken-in-groep-5/")]) >= 2


def test_as_a_list_with_the_notes(client, collection):
    text = taken(client, collection, "lijst").content.decode()

    assert "1. Hardop denken in groep 5" in text
    assert "   Begin hier." in text
    assert "2. Rekenen & munten {echt}" in text


@pytest.mark.parametrize("style", ["apa", "vancouver", "chicago", "mla", "harvard"])
def test_as_a_list_of_sources_in_every_style(client, collection, style):
    shown = client.get(f"/bewaard/{collection.uuid}/bronnen/?stijl={style}").content.decode()

    assert "groep 5" in shown
    assert "Rekenen &amp; munten" in shown


@pytest.mark.parametrize("path", ["meenemen/docx", "bronnen/?stijl=bestaat-niet"])
def test_what_is_not_offered_is_not_there(client, collection, path):
    assert (
        client.get(f"/bewaard/{collection.uuid}/{path}".rstrip("/") + ("" if "?" in path else "/")).status_code == 404
    )


def test_who_has_the_address_takes_it_along_too(client, collection):
    token = sharing.make_address(collection)
    client.logout()

    answer = client.get(f"/gedeeld/{token}/meenemen/ris/")

    assert len(rispy.loads(answer.content.decode())) == 2
    assert "no-store" in answer["Cache-Control"]


def test_a_page_that_is_not_public_any_more_is_in_no_file(client, collection):
    collection.items.all()[0].page.specific.unpublish()

    assert "Hardop" not in taken(client, collection, "lijst").content.decode()
    assert "Hardop" not in taken(client, collection, "ris").content.decode()


def test_an_empty_collection_is_an_empty_file(client, owner, site):
    made, _ = collections.make(owner, "Leeg")

    assert taken(client, made, "ris").status_code == 200
    assert taken(client, made, "pdf").content.startswith(b"%PDF")


def test_more_pages_of_one_kind_cost_no_more_queries(client, collection, site, django_assert_max_num_queries):
    for _ in range(10):
        collections.add(collection, PracticeFactory(parent=site.practices))
    taken(client, collection, "ris")

    with django_assert_max_num_queries(18):
        taken(client, collection, "ris")
