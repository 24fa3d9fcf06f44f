"""A whole harvest by a library that knows nothing of us, over the network, while pages change."""

import pytest
from oaipmh_scythe import Scythe
from oaipmh_scythe.exceptions import NoRecordsMatch
from wagtail.models import Page

from harvesting.models import PublicRecord
from harvesting.numbering import number_pending
from harvesting.oai import listing
from tests.factories import InsightFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def harvester(live_server, everything, monkeypatch, settings):
    settings.SITE_URL = live_server.url
    monkeypatch.setattr(listing, "RECORDS", 4)
    monkeypatch.setattr(listing, "IDENTIFIERS", 4)
    with Scythe(f"{live_server.url}/oai/") as scythe:
        yield scythe


def test_it_finds_out_who_we_are_and_what_there_is(harvester):
    assert harvester.identify().deletedRecord == "persistent"
    assert [found.metadataPrefix for found in harvester.list_metadata_formats()] == ["oai_dc", "oai_datacite"]
    assert {"kind:insight", "theme:lezen"} <= {found.setSpec for found in harvester.list_sets()}


@pytest.mark.parametrize("prefix", ["oai_dc", "oai_datacite"])
def test_it_harvests_all_and_later_only_what_changed(harvester, everything, prefix):
    first = list(harvester.list_records(metadata_prefix=prefix))
    names = set(PublicRecord.objects.values_list("identifier", flat=True))
    assert {record.header.identifier for record in first} == names
    assert len(first) == len(names)
    assert not any(record.deleted for record in first)

    PublicRecord.objects.update(datestamp="2020-01-01T00:00:00Z")
    everything.news.save_revision().publish()
    everything.policy.unpublish()
    gone = PublicRecord.objects.get(page=everything.practice).identifier
    Page.objects.get(pk=everything.practice.pk).delete()
    later = {
        record.header.identifier: record.deleted
        for record in harvester.list_records(metadata_prefix=prefix, from_="2020-01-02", ignore_deleted=False)
    }

    assert later == {
        PublicRecord.objects.get(page=everything.news).identifier: False,
        PublicRecord.objects.get(page_number=everything.policy.pk).identifier: True,
        gone: True,
        # The practice stood in it.
        PublicRecord.objects.get(page=everything.dossier).identifier: False,
    }


def test_pages_that_come_and_go_during_the_harvest_are_not_missed(harvester, everything):
    seen = {}
    for number, record in enumerate(harvester.list_records(metadata_prefix="oai_dc")):
        seen[record.header.identifier] = record.deleted
        if number == 1:
            everything.page.delete()
            InsightFactory(parent=everything.site.insights, slug="tijdens")
    number_pending()

    assert seen == {record.identifier: record.is_deleted for record in PublicRecord.objects.all()}


def test_a_set_and_a_period_without_records_end_the_harvest_as_the_protocol_says(harvester):
    with pytest.raises(NoRecordsMatch):
        list(harvester.list_records(metadata_prefix="oai_dc", until="1999-01-01"))
    assert len(list(harvester.list_identifiers(metadata_prefix="oai_dc", set_="kind:insight"))) == 1


def test_one_record_by_its_name(harvester, everything):
    name = PublicRecord.objects.get(page=everything.insight).identifier
    record = harvester.get_record(identifier=name, metadata_prefix="oai_dc")

    assert record.metadata["title"] == ["Lezen & <begrijpen>"]
    assert record.metadata["creator"] == ["van der Werf, Greetje", "Onderwijsraad"]
