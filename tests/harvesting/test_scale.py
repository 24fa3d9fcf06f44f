"""Twenty thousand records: every answer as small as the first one, in queries and in memory."""

import resource

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree
from wagtail.models import Page

from editorial.demonstration import bulk
from editorial.models import PageAuthor
from harvesting.mending import mend
from harvesting.models import PublicRecord
from research.models import InsightPage
from vocabulary.models import ThemedPage

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

RECORDS = 20_000
QUERIES = 9
#: What the process may grow, in kilobytes, between the tenth answer and the last.
GROWTH = 40_000
OAI = {"oai": "http://www.openarchives.org/OAI/2.0/"}


def row_of(page, model) -> dict:
    """What the row of ``page`` in the table of ``model`` itself holds."""
    return {field.attname: getattr(page, field.attname) for field in model._meta.local_concrete_fields}


@pytest.fixture
def many(everything):
    """Insights like the one of the site, written past the signals; mending makes their records."""
    model = everything.insight
    pages, insights, tags, authors = [], [], [], []
    first = Page.objects.order_by("-pk").first().pk + 1
    base = InsightPage._get_path(everything.site.insights.path, model.depth, 100)
    for number in range(first, first + RECORDS):
        slug = f"veel-{number}"
        path = InsightPage._get_path(base[: -InsightPage.steplen], model.depth, number)
        own = {"id": number, "path": path, "slug": slug, "url_path": f"/home/onderzoek/{slug}/", "numchild": 0}
        own |= {"title": f"Inzicht {number}", "translation_key": f"00000000-0000-4000-8000-{number:012}"}
        pages.append(row_of(model, Page) | own | {"latest_revision_id": None, "live_revision_id": None})
        insights.append(row_of(model, InsightPage) | {"page_ptr_id": number})
        tags.append({"content_object_id": number, "tag_id": everything.term.pk})
        authors.append({"page_id": number, "person_id": everything.people[0].pk, "sort_order": 0})
    bulk.insert(Page, pages)
    bulk.insert(InsightPage, insights)
    bulk.insert(ThemedPage, tags)
    bulk.insert(PageAuthor, authors)
    return mend()


def test_twenty_thousand_records_are_harvested_in_small_answers(many, client, settings):
    settings.HARVEST_REQUESTS_A_MINUTE = 100_000
    assert many.made == RECORDS
    names: set[str] = set()
    settled = answers = 0
    arguments = {"verb": "ListRecords", "metadataPrefix": "oai_datacite"}
    while True:
        with CaptureQueriesContext(connection) as asked:
            document = etree.fromstring(client.get("/oai/", arguments).content)
        answers += 1
        # The first answer also counts the list, and reads what is kept in memory from then on.
        assert answers == 1 or len(asked) <= QUERIES, "\n".join(query["sql"] for query in asked.captured_queries)
        names.update(found.text for found in document.iterfind(".//oai:header/oai:identifier", OAI))
        if answers == 10:
            settled = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        token = document.findtext(".//oai:resumptionToken", namespaces=OAI)
        if not token:
            break
        arguments = {"verb": "ListRecords", "resumptionToken": token}

    assert len(names) == PublicRecord.objects.count() >= RECORDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - settled < GROWTH
