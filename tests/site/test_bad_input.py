"""What nobody should ask gets a clear answer, never an error of ours."""

import pytest

from tests.factories import InsightFactory, small_site

pytestmark = pytest.mark.django_db

ADDRESSES = ("/zoeken/", "/api/zoeken/", "/onderzoek/", "/feeds/insight.atom")
HARMLESS = {
    "page far beyond the last": "pagina=99999999",
    "unknown facet": "kleur=rood",
    "unknown value of a facet": "thema=bestaat-niet",
    "fifty values": "&".join(f"thema=t{n}" for n in range(50)),
    "only quotes": "q=%22%22%22",
    "only punctuation": "q=!!!???",
    "operators": "q=AND+OR+NOT+(%5B%7B~*",
    "markup": "q=%3Cscript%3Ealert(1)%3C/script%3E",
    "emoji": "q=%F0%9F%98%80",
    "right-to-left": "q=%E2%80%AE%D7%A9%D7%9C%D7%95%D7%9D",
}
REFUSED = {
    "ten thousand characters": "q=" + "a" * 10_000,
    "NUL": "q=a%00b",
    "invalid UTF-8": "q=%ff%fe",
    "page that is no number": "pagina=twee",
    "page zero": "pagina=0",
    "negative page": "pagina=-1",
    "year range the wrong way round": "van=2022&tot=2020",
    "year that is no number": "van=vorig",
    "unknown order": "sorteer=willekeurig",
}


@pytest.fixture(autouse=True)
def site(index_now):
    site = small_site()
    InsightFactory(parent=site.insights)
    index_now()
    return site


@pytest.mark.parametrize("address", ADDRESSES)
def test_odd_but_harmless_input_gets_a_page(client, address):
    given = {name: client.get(f"{address}?{query}").status_code for name, query in HARMLESS.items()}

    assert given == dict.fromkeys(HARMLESS, 200)


@pytest.mark.parametrize("address", ADDRESSES)
def test_input_that_makes_no_sense_is_refused_clearly(client, address):
    given = {name: client.get(f"{address}?{query}").status_code for name, query in REFUSED.items()}

    assert {name: status for name, status in given.items() if status not in {400, 404, 414}} == {}


def test_the_api_says_which_parameter_is_wrong(client):
    answer = client.get("/api/zoeken/?van=2022&tot=2020")

    assert answer.json()["field"] == "van"
    assert answer.json()["error"]


def test_a_page_beyond_the_last_says_how_many_there_are(client):
    answer = client.get("/api/zoeken/?pagina=99999999")

    assert answer.json()["total"] == 1
    assert answer.json()["results"] == []


def test_what_was_searched_is_shown_escaped(client):
    answer = client.get("/zoeken/?q=%3Cscript%3Ealert(1)%3C/script%3E")

    assert b"<script>alert(1)" not in answer.content


def test_an_address_that_cannot_be_is_not_found_or_refused(client):
    paths = ("/a%00b/", "/%ff/", "/" + "a" * 5000 + "/", "/onderzoek/../../etc/passwd")

    given = {path: client.get(path).status_code for path in paths}

    assert {path: status for path, status in given.items() if status not in {400, 404, 414}} == {}


def test_a_refusal_speaks_the_language_of_the_address(client):
    assert "niet kunnen lezen" in client.get("/zoeken/?q=a%00b").content.decode()
    refused = client.get("/en/zoeken/?q=a%00b")
    assert refused.status_code == 400
    assert 'lang="en"' in refused.content.decode()
    assert "niet kunnen lezen" not in refused.content.decode()
