"""The references of a search as one file."""

import pytest

from citing.formats import read
from search.indexing.rebuild import rebuild
from search.views import citations
from tests.factories import InsightFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(settings, tmp_path, insight, practice):
    """An index of the insight and the practice."""
    settings.ELASTICSEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.DATA_DIR = tmp_path
    rebuild()


@pytest.mark.parametrize("code", ["bibtex", "ris", "csl-json"])
def test_what_a_search_finds_comes_as_references(client, found, code):
    response = client.get(f"/zoeken/citeren/{code}/?q=feedback")

    assert response.status_code == 200
    assert "zoekresultaten." in response["Content-Disposition"]
    assert [item["title"] for item in read(response.content, "x")] == ["The power of feedback"]


def test_filters_hold(client, found):
    titles = [item["title"] for item in read(client.get("/zoeken/citeren/ris/?type=practice").content, "x")]

    assert titles == ["Samen lezen & schrijven"]


def test_no_more_than_the_limit_and_the_name_says_so(client, found, site, monkeypatch):
    monkeypatch.setattr(citations, "MOST", 1)

    response = client.get("/zoeken/citeren/ris/")

    assert "zoekresultaten-eerste-1.ris" in response["Content-Disposition"]
    assert len(read(response.content, "x")) == 1


def test_many_pages_cost_as_many_queries_as_few(client, site, django_assert_max_num_queries):
    pages = [InsightFactory(parent=site.insights).pk for _number in range(12)]

    with django_assert_max_num_queries(5):
        assert len(citations.items_of(pages)) == 12


def test_a_search_that_makes_no_sense_or_an_unknown_format_is_not_there(client, found):
    assert client.get("/zoeken/citeren/ris/?van=2022&tot=2001").status_code == 404
    assert client.get("/zoeken/citeren/apa/").status_code == 404


def test_results_lead_to_their_references_with_the_same_search(client, found):
    page = client.get("/zoeken/?q=feedback&type=insight").content.decode()

    assert 'href="/zoeken/citeren/ris/?q=feedback&amp;type=insight"' in page
