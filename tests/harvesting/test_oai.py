"""OAI-PMH 2.0 by its rules: six verbs, every error, lists in parts that stay whole while pages change."""

import datetime as dt
import re

import pytest
from lxml import etree
from wagtail.models import Page

from harvesting.models import PublicRecord
from harvesting.numbering import number_pending
from harvesting.oai import listing, tokens
from tests.factories import InsightFactory

pytestmark = pytest.mark.django_db

OAI = {"oai": "http://www.openarchives.org/OAI/2.0/"}
UTC_SECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture
def ask(client, everything):
    """The document at ``/oai/`` for these arguments; ``from_`` stands for from."""
    number_pending()

    def get(method="get", **arguments) -> etree._Element:
        arguments = {name.rstrip("_"): value for name, value in arguments.items()}
        response = getattr(client, method)("/oai/", arguments)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
        return etree.fromstring(response.content)

    return get


def texts(document, path: str) -> list[str]:
    return [found if isinstance(found, str) else found.text for found in document.xpath(path, namespaces=OAI)]


def error_of(document) -> str:
    (code,) = texts(document, "/oai:OAI-PMH/oai:error/@code")
    return code


def identifiers(document) -> list[str]:
    return texts(document, "//oai:header/oai:identifier")


def test_identify_says_what_harvesters_can_count_on(ask):
    (identify,) = ask(verb="Identify").xpath("oai:Identify", namespaces=OAI)
    told = {etree.QName(element).localname: element.text for element in identify}

    assert list(told) == [
        "repositoryName",
        "baseURL",
        "protocolVersion",
        "adminEmail",
        "earliestDatestamp",
        "deletedRecord",
        "granularity",
    ]
    assert (told["protocolVersion"], told["deletedRecord"]) == ("2.0", "persistent")
    assert "@" in told["adminEmail"]
    assert UTC_SECONDS.fullmatch(told["earliestDatestamp"])


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_answer_repeats_what_was_asked_and_when(ask, method):
    document = ask(method, verb="ListRecords", metadataPrefix="oai_dc", set="kind:news")
    (request,) = document.xpath("oai:request", namespaces=OAI)

    assert dict(request.attrib) == {"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "kind:news"}
    assert request.text == "http://127.0.0.1:8000/oai/"
    assert UTC_SECONDS.fullmatch(texts(document, "oai:responseDate")[0])
    assert [etree.QName(child).localname for child in document] == ["responseDate", "request", "ListRecords"]


def test_formats_of_all_and_of_one(ask, everything):
    name = PublicRecord.objects.get(page=everything.insight).identifier

    for document in (ask(verb="ListMetadataFormats"), ask(verb="ListMetadataFormats", identifier=name)):
        assert texts(document, "//oai:metadataPrefix") == ["oai_dc", "oai_datacite"]
    assert error_of(ask(verb="ListMetadataFormats", identifier="oai:elders:1")) == "idDoesNotExist"


def test_sets_are_the_kinds_and_the_themes(ask):
    specs = texts(ask(verb="ListSets"), "//oai:setSpec")

    assert {"kind", "theme", "kind:insight", "kind:practice", "theme:lezen"} <= set(specs)
    assert len(specs) == len(set(specs))


def test_one_record_in_both_formats(ask, everything):
    name = PublicRecord.objects.get(page=everything.insight).identifier
    for prefix, namespace in (
        ("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
        ("oai_datacite", "http://schema.datacite.org/oai/oai-1.1/"),
    ):
        document = ask(verb="GetRecord", identifier=name, metadataPrefix=prefix)

        assert identifiers(document) == [name]
        assert texts(document, "//oai:setSpec") == ["kind:insight", "theme:lezen"]
        (written,) = document.xpath("//oai:metadata/*", namespaces=OAI)
        assert etree.QName(written).namespace == namespace


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({}, "badVerb"),
        ({"verb": "ListEverything"}, "badVerb"),
        ({"verb": ["Identify", "Identify"]}, "badVerb"),
        ({"verb": "Identify", "set": "x"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": ["oai_dc", "oai_dc"]}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": ""}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "resumptionToken": "x"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "gisteren"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "2026-02-30"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "2026-01-01T00:00:00+01:00"}, "badArgument"),
        (
            {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "2026-01-01", "until": "2026-01-02T00:00:00Z"},
            "badArgument",
        ),
        (
            {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "2026-01-02", "until": "2026-01-01"},
            "badArgument",
        ),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "wie:weet"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "kind:"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "theme:lezen "}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "٢٠٢٦-٠١-٠١"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai dc"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "0001-01-01"}, "noRecordsMatch"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from_": "9999-12-31"}, "noRecordsMatch"),
        ({"verb": "ListRecords", "metadataPrefix": "marc21"}, "cannotDisseminateFormat"),
        ({"verb": "ListRecords", "resumptionToken": "verzonnen"}, "badResumptionToken"),
        ({"verb": "ListSets", "resumptionToken": "verzonnen"}, "badResumptionToken"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "1999-12-31"}, "noRecordsMatch"),
        ({"verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "set": "kind:niets"}, "noRecordsMatch"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:elders:1"}, "idDoesNotExist"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "a\x01b"}, "idDoesNotExist"),
        ({"verb": "GetRecord", "metadataPrefix": "marc21", "identifier": "oai:elders:1"}, "cannotDisseminateFormat"),
    ],
)
def test_a_wrong_question_gets_the_error_of_the_protocol(ask, arguments, code):
    document = ask(**arguments)

    assert error_of(document) == code
    if code in {"badVerb", "badArgument"}:
        assert document.find("oai:request", OAI).attrib == {}


def test_what_is_gone_stays_as_a_deleted_record_in_its_sets(ask, everything):
    name = PublicRecord.objects.get(page=everything.insight).identifier
    everything.insight.delete()
    document = ask(verb="GetRecord", identifier=name, metadataPrefix="oai_dc")

    assert texts(document, "//oai:header/@status") == ["deleted"]
    assert document.xpath("//oai:metadata", namespaces=OAI) == []
    assert name in identifiers(ask(verb="ListIdentifiers", metadataPrefix="oai_dc", set="theme:lezen"))


def test_a_record_that_does_not_know_yet_that_its_page_is_private_is_told_of_as_deleted(ask, everything):
    Page.objects.filter(pk=everything.news.pk).update(live=False)
    document = ask(verb="ListRecords", metadataPrefix="oai_dc", set="kind:news")

    assert texts(document, "//oai:header/@status") == ["deleted"]
    assert everything.news.title not in etree.tostring(document, encoding="unicode")


def test_from_and_until_are_both_inclusive_to_the_second(ask, everything):
    record = PublicRecord.objects.get(page=everything.news)
    moment = dt.datetime(2020, 5, 6, 7, 8, 9, tzinfo=dt.UTC)
    PublicRecord.objects.filter(pk=record.pk).update(datestamp=moment)
    exactly = "2020-05-06T07:08:09Z"

    assert identifiers(ask(verb="ListIdentifiers", metadataPrefix="oai_dc", until=exactly)) == [record.identifier]
    assert identifiers(
        ask(verb="ListIdentifiers", metadataPrefix="oai_dc", from_="2020-05-06", until="2020-05-06")
    ) == [record.identifier]
    assert record.identifier not in identifiers(
        ask(verb="ListIdentifiers", metadataPrefix="oai_dc", from_="2020-05-06T07:08:10Z")
    )


def in_parts(ask, **arguments):
    """The documents of a whole list."""
    document = ask(**arguments)
    while True:
        yield document
        (token,) = document.xpath("//oai:resumptionToken", namespaces=OAI) or [None]
        if token is None or not token.text:
            return
        document = ask(verb=arguments["verb"], resumptionToken=token.text)


@pytest.fixture
def three_at_a_time(monkeypatch):
    monkeypatch.setattr(listing, "RECORDS", 3)
    monkeypatch.setattr(listing, "IDENTIFIERS", 3)


@pytest.mark.parametrize("verb", ["ListRecords", "ListIdentifiers"])
def test_a_list_in_parts_has_every_record_once_and_says_where_it_is(ask, everything, three_at_a_time, verb):
    parts = list(in_parts(ask, verb=verb, metadataPrefix="oai_datacite"))
    found = [name for part in parts for name in identifiers(part)]

    assert sorted(found) == sorted(PublicRecord.objects.values_list("identifier", flat=True))
    assert [texts(part, "//oai:resumptionToken/@cursor")[0] for part in parts] == ["0", "3", "6", "9"]
    assert {texts(part, "//oai:resumptionToken/@completeListSize")[0] for part in parts} == {str(len(found))}
    assert parts[-1].xpath("//oai:resumptionToken", namespaces=OAI)[0].text is None
    assert UTC_SECONDS.fullmatch(texts(parts[0], "//oai:resumptionToken/@expirationDate")[0])


def test_what_changes_during_a_harvest_comes_in_it_and_nothing_is_missed(ask, everything, three_at_a_time):
    seen: dict[str, str] = {}
    for number, part in enumerate(in_parts(ask, verb="ListRecords", metadataPrefix="oai_dc")):
        for header in part.iterfind(".//oai:header", OAI):
            seen[header.findtext("oai:identifier", namespaces=OAI)] = header.get("status", "")
        if number == 0:
            first = PublicRecord.objects.order_by("sequence").first()
            gone = first.identifier
            Page.objects.get(pk=first.page_id).delete()
            added = InsightFactory(parent=everything.site.insights, slug="tijdens").pk
    number_pending()

    assert seen[gone] == "deleted"
    assert set(seen) == set(PublicRecord.objects.values_list("identifier", flat=True))
    assert PublicRecord.objects.get(page_number=added).identifier in seen


def test_a_token_is_good_for_its_verb_and_its_time(ask, everything, three_at_a_time, monkeypatch):
    document = ask(verb="ListRecords", metadataPrefix="oai_dc")
    token = texts(document, "//oai:resumptionToken")[0]
    assert error_of(ask(verb="ListIdentifiers", resumptionToken=token)) == "badResumptionToken"
    assert len(identifiers(ask(verb="ListRecords", resumptionToken=token))) == 3

    monkeypatch.setattr(tokens, "LIFETIME", dt.timedelta(seconds=-1))
    assert error_of(ask(verb="ListRecords", resumptionToken=token)) == "badResumptionToken"


def test_a_token_can_be_used_again_and_gives_the_same(ask, everything, three_at_a_time):
    token = texts(ask(verb="ListRecords", metadataPrefix="oai_dc"), "//oai:resumptionToken")[0]

    first, again = (identifiers(ask(verb="ListRecords", resumptionToken=token)) for _ in range(2))

    assert first == again != []


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "x", lambda t: "x" + t, lambda t: t.swapcase()])
def test_a_token_that_was_tampered_with_is_no_token(ask, everything, three_at_a_time, change):
    token = texts(ask(verb="ListRecords", metadataPrefix="oai_dc"), "//oai:resumptionToken")[0]

    assert error_of(ask(verb="ListRecords", resumptionToken=change(token))) == "badResumptionToken"


def test_a_list_whose_rest_has_changed_past_its_end_says_so_and_is_no_empty_list(ask, everything, three_at_a_time):
    PublicRecord.objects.update(datestamp="2020-01-01T00:00:00Z")
    document = ask(verb="ListRecords", metadataPrefix="oai_dc", until="2020-12-31")
    token = texts(document, "//oai:resumptionToken")[0]
    PublicRecord.objects.update(datestamp="2021-01-01T00:00:00Z")

    assert error_of(ask(verb="ListRecords", resumptionToken=token)) == "noRecordsMatch"


def test_who_asks_too_much_is_told_to_wait_in_the_way_of_the_protocol(client, everything, settings):
    settings.HARVEST_REQUESTS_A_MINUTE = 1
    client.get("/oai/?verb=Identify")
    refused = client.get("/oai/?verb=Identify")

    assert refused.status_code == 503
    assert 1 <= int(refused.headers["Retry-After"]) <= 61


def test_a_name_that_no_database_can_look_for_is_refused(ask):
    assert error_of(ask("post", verb="GetRecord", metadataPrefix="oai_dc", identifier="a\0b")) == "badArgument"


def test_what_is_asked_by_head_has_the_headers_alone(client, everything):
    response = client.head("/oai/?verb=Identify")

    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["Content-Type"] == "text/xml; charset=utf-8"


def test_letters_of_every_plane_come_through(ask, everything):
    title = "Lezen 📚 \U0002070e en ≤ é\ufffe\x0b"
    Page.objects.filter(pk=everything.news.pk).update(title=title)
    for prefix in ("oai_dc", "oai_datacite"):
        document = ask(verb="ListRecords", metadataPrefix=prefix, set="kind:news")

        assert "Lezen 📚 \U0002070e en ≤ é" in etree.tostring(document, encoding="unicode", method="text")


def test_text_that_xml_cannot_hold_breaks_no_list(ask, everything):
    Page.objects.filter(pk=everything.news.pk).update(title="Regel\x0b één \x01 & <b> ]]> &amp;")
    for prefix in ("oai_dc", "oai_datacite"):
        document = ask(verb="ListRecords", metadataPrefix=prefix, set="kind:news")
        told = etree.tostring(document, encoding="unicode", method="text")

        assert "Regel één  & <b> ]]> &amp;" in told


def test_a_part_asks_no_more_for_more_records(ask, everything, django_assert_max_num_queries):
    for _ in range(12):
        InsightFactory(parent=everything.site.insights)
    number_pending()
    ask(verb="ListRecords", metadataPrefix="oai_datacite", set="kind:insight")

    with django_assert_max_num_queries(10):
        document = ask(verb="ListRecords", metadataPrefix="oai_datacite", set="kind:insight")
    assert len(identifiers(document)) == 13
