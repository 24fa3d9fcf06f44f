"""Every answer of OAI-PMH, and every record in it, against the schemas as they were published."""

from __future__ import annotations

import pytest
import xmlschema
from lxml import etree
from wagtail.models import Page

from harvesting.models import PublicRecord
from harvesting.numbering import number_pending
from harvesting.oai import listing
from tests.services import published_schemas

pytestmark = pytest.mark.django_db

OAI = {"oai": "http://www.openarchives.org/OAI/2.0/"}
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
KERNEL = "http://datacite.org/schema/kernel-4"
#: What DataCite's own server puts around a record; its schema is in no package.
ENVELOPE = "{http://schema.datacite.org/oai/oai-1.1/}oai_datacite"


@pytest.fixture(scope="session")
def schema() -> xmlschema.XMLSchema10:
    """OAI-PMH with the two formats that its records hold; nothing is fetched."""
    oai, kernel = published_schemas.oai_pmh(), published_schemas.datacite()
    dublin_core = (oai / "simpledc20021212.xsd").as_uri()
    made = xmlschema.XMLSchema10(
        str(oai / "OAI-PMH.xsd"),
        allow="local",
        uri_mapper=lambda uri: dublin_core if uri.startswith("http") and "simpledc" in uri else uri,
        build=False,
    )
    made.import_schema(OAI_DC, str(oai / "oai_dc.xsd"))
    made.import_schema(KERNEL, str(kernel))
    made.build()
    return made


@pytest.fixture
def complaints(client, everything, schema, monkeypatch):
    """What the schema has against the answer to these arguments; ``from_`` stands for from."""
    monkeypatch.setattr(listing, "RECORDS", 4)
    number_pending()

    def asked(**arguments) -> list[str]:
        sent = {name.rstrip("_"): value for name, value in arguments.items()}
        document = etree.fromstring(client.get("/oai/", sent).content)
        for envelope in document.iter(ENVELOPE):
            assert [etree.QName(part).localname for part in envelope] == [
                "schemaVersion",
                "datacentreSymbol",
                "payload",
            ]
            envelope.getparent().replace(envelope, envelope[2][0])
        asked.document = document
        return [f"{error.path}: {error.reason}" for error in schema.iter_errors(document, use_location_hints=False)]

    return asked


def test_the_schema_sees_what_is_wrong(schema):
    wrong = f'<OAI-PMH xmlns="{OAI["oai"]}"><responseDate>gisteren</responseDate></OAI-PMH>'

    assert list(schema.iter_errors(etree.fromstring(wrong)))


@pytest.mark.parametrize("prefix", ["oai_dc", "oai_datacite"])
def test_records_of_every_kind_and_deleted_ones(complaints, everything, prefix):
    everything.news.unpublish()
    arguments, answers = {"metadataPrefix": prefix}, 0
    while arguments:
        assert complaints(verb="ListRecords", **arguments) == []
        answers += 1
        token = complaints.document.findtext(".//oai:resumptionToken", namespaces=OAI)
        arguments = {"resumptionToken": token} if token else {}

    assert answers > 1


@pytest.mark.parametrize(
    "arguments",
    [
        {"verb": "Identify"},
        {"verb": "ListSets"},
        {"verb": "ListMetadataFormats"},
        {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "from_": "2020-01-01", "set": "kind:insight"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "2020-01-01T00:00:00Z", "set": "theme"},
    ],
    ids=str,
)
def test_the_other_answers(complaints, arguments):
    assert complaints(**arguments) == []


def test_one_record_and_one_that_is_gone(complaints, everything):
    name = PublicRecord.objects.get(page=everything.insight).identifier
    for prefix in ("oai_dc", "oai_datacite"):
        assert complaints(verb="GetRecord", metadataPrefix=prefix, identifier=name) == []
    Page.objects.get(pk=everything.insight.pk).delete()

    assert complaints(verb="GetRecord", metadataPrefix="oai_dc", identifier=name) == []


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"verb": "Iets"},
        {"verb": "ListRecords"},
        {"verb": "ListRecords", "metadataPrefix": "marc21"},
        {"verb": "ListRecords", "metadataPrefix": "met een spatie"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "kind:met een spatie"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "kind:"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "theme:é"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "1999-12-31"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "0001-01-01", "from_": "0001-01-01"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "9999-12-31", "until": "9999-12-31"},
        {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "٢٠٢٦-٠١-٠١"},
        {"verb": "ListRecords", "resumptionToken": "verzonnen <&> \x01 😀"},
        {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "met een spatie %zz <&> \x01 😀"},
        {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "http://[x"},
        {"verb": "ListMetadataFormats", "identifier": "x" * 5000},
    ],
    ids=str,
)
def test_errors_too(complaints, arguments):
    assert complaints(**arguments) == []
    assert complaints.document.find("oai:error", OAI) is not None
