"""What crawlers find: signposts in the header, the sitemap in both languages, robots.txt."""

import re

import pytest
from lxml import etree
from wagtail.models import PageViewRestriction

from harvesting.kinds import content_models
from tests.factories import NewsFactory, SchoolFactory

pytestmark = pytest.mark.django_db

MAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
_LINK = re.compile(r"<([^>]*)>((?:; \w+=\"[^\"]*\")*)")


def links_of(response) -> list[tuple[str, str]]:
    """Relation and address of every link in the header."""
    found = _LINK.findall(response.headers["Link"])
    return [(re.search(r'rel="([^"]*)"', attributes)[1], address) for address, attributes in found]


def test_an_insight_is_signposted(client, everything):
    links = links_of(client.get("/onderzoek/inzicht/"))
    page = f"http://127.0.0.1:8000/api/v1/records/{everything.insight.pk}/"

    assert ("cite-as", "https://doi.org/10.1000/abc") in links
    assert ("author", "https://orcid.org/0000-0002-1825-0097") in links
    assert ("describedby", page + "datacite/") in links
    assert ("type", "https://schema.org/AboutPage") in links
    assert ("license", "https://creativecommons.org/licenses/by/4.0/deed.nl") in links
    assert [address for relation, address in links if relation == "item"] == [
        f"http://127.0.0.1:8000{everything.document.url}"
    ]


def test_what_a_page_names_as_its_metadata_is_there(client, everything):
    for relation, address in links_of(client.get("/praktijk/voorbeeld/")):
        if relation == "describedby":
            assert client.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_a_page_without_a_doi_is_cited_by_its_own_address(client, everything):
    links = links_of(client.get("/en/nieuws/bericht/"))

    assert ("cite-as", "http://127.0.0.1:8000/nieuws/bericht/") in links


def test_a_page_from_the_cache_is_signposted_too(client, everything, settings):
    settings.PAGE_CACHE_SECONDS = 600
    first = client.get("/onderzoek/inzicht/")
    second = client.get("/onderzoek/inzicht/")

    assert second.headers["Link"] == first.headers["Link"]


def test_other_pages_have_no_signposts(client, everything):
    assert "Link" not in client.get("/api/").headers


def test_the_head_of_a_page_asks_nothing(client, everything, settings, django_assert_max_num_queries):
    settings.PAGE_CACHE_SECONDS = 0
    client.get("/onderzoek/inzicht/")

    with django_assert_max_num_queries(11):
        client.get("/onderzoek/inzicht/")


def sitemap(client) -> list[etree._Element]:
    """The entries of all parts that the index names."""
    index = etree.fromstring(client.get("/sitemap.xml").content)
    parts = [loc.text.removeprefix("http://127.0.0.1:8000") for loc in index.iterfind(".//map:loc", MAP)]
    return [url for part in parts for url in etree.fromstring(client.get(part).content).iterfind("map:url", MAP)]


def test_the_sitemap_has_every_public_page_in_both_languages(client, everything):
    entries = {url.findtext("map:loc", namespaces=MAP): url for url in sitemap(client)}
    insight = entries["http://127.0.0.1:8000/en/onderzoek/inzicht/"]
    alternates = {link.get("hreflang"): link.get("href") for link in insight.iterfind("xhtml:link", MAP)}

    assert alternates == {
        "nl": "http://127.0.0.1:8000/onderzoek/inzicht/",
        "en": "http://127.0.0.1:8000/en/onderzoek/inzicht/",
    }
    assert insight.findtext("map:lastmod", namespaces=MAP)
    assert {"http://127.0.0.1:8000/", "http://127.0.0.1:8000/onderzoek/"} <= set(entries)


def test_what_is_not_public_is_in_no_sitemap(client, everything):
    NewsFactory(parent=everything.site.news, slug="concept", live=False)
    PageViewRestriction.objects.create(page=everything.site.insights, restriction_type=PageViewRestriction.LOGIN)
    addresses = " ".join(url.findtext("map:loc", namespaces=MAP) for url in sitemap(client))

    assert "/nieuws/concept/" not in addresses
    assert "/onderzoek/" not in addresses
    assert "/nieuws/bericht/" in addresses


def test_the_sitemap_has_the_organisations_of_the_register(client, everything):
    SchoolFactory(slug="de-vuurtoren")
    addresses = {url.findtext("map:loc", namespaces=MAP) for url in sitemap(client)}

    assert {
        "http://127.0.0.1:8000/organisaties/de-vuurtoren/",
        "http://127.0.0.1:8000/en/organisaties/de-vuurtoren/",
    } <= addresses


def test_a_part_without_addresses_does_not_exist(client, everything):
    assert client.get("/sitemap-organisaties-99.xml").status_code == 404
    assert client.get("/sitemap-onzin-0.xml").status_code == 404


def test_the_sitemap_asks_no_more_for_more_pages(client, everything, settings, django_assert_max_num_queries):
    settings.PAGE_CACHE_SECONDS = 0
    for _ in range(10):
        NewsFactory(parent=everything.site.news)
    client.get("/sitemap-0.xml")

    with django_assert_max_num_queries(4):
        client.get("/sitemap-0.xml")


def test_a_part_past_the_last_page_does_not_exist(client, everything):
    assert client.get("/sitemap-99999.xml").status_code == 404


def test_robots_may_read_all_but_accounts_and_find_the_sitemap(client, everything):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Allow: /" in lines
    assert {"Disallow: /account/", "Disallow: /en/account/", "Disallow: /admin/"} <= set(lines)
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in lines


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemap-0.xml", "/robots.txt"])
def test_crawlers_are_answered_from_the_cache(client, everything, settings, django_assert_num_queries, address):
    settings.PAGE_CACHE_SECONDS = 600
    client.get(address)

    with django_assert_num_queries(0):
        assert client.get(address).status_code == 200


def test_every_kind_of_the_site_says_what_its_text_is():
    from harvesting.metadata import text_fields_of

    silent = {model.content_kind for model in content_models() if not text_fields_of(model.content_kind)}

    assert silent == set()
