"""Each format against its own rules: DataCite's schema, schema.org's vocabulary, the tags of Highwire, Edurep."""

import json
import re

import pytest
from datacite import schema45
from lxml import etree, html
from pyld import jsonld
from rdflib.namespace import SDO

from editorial.models import PageAuthor
from harvesting.formats import datacite, edurep, oai_dc, schema_org
from harvesting.loading import load
from tests.factories.pages import blocks
from tests.harvesting import vocabulary
from tests.harvesting.conftest import DossierFactory

pytestmark = pytest.mark.django_db

#: What schema.org's own context says of the properties that hold addresses.
CONTEXT = {
    "@vocab": "https://schema.org/",
    **{
        name: {"@id": f"https://schema.org/{name}", "@type": "@id"}
        for name in ("url", "license", "contentUrl", "eventStatus", "eventAttendanceMode", "targetUrl")
    },
}
_TERM = re.compile(r"https://schema\.org/(\w+)")


@pytest.fixture
def said(everything):
    """Metadata by the code of the kind."""
    return {loaded.metadata.kind: loaded.metadata for loaded in load(p.pk for p in everything.pages.values()).values()}


def in_full(document: dict) -> str:
    """The document expanded, with a context made here: nothing is fetched."""
    assert document["@context"] == "https://schema.org"
    (expanded,) = jsonld.expand({**document, "@context": CONTEXT})
    return json.dumps(expanded)


def terms_used(document: dict) -> set[str]:
    return set(_TERM.findall(in_full(document)))


def test_every_page_uses_words_that_schema_org_has(said):
    for kind, metadata in said.items():
        for document in (schema_org.document_of(metadata), edurep.document_of(metadata)):
            unknown = {name for name in terms_used(document) if f"https://schema.org/{name}" not in SDO}
            assert unknown == set(), kind


def test_every_property_is_one_of_its_type_and_has_a_value_of_its_kind(said):
    for kind, metadata in said.items():
        for document in (schema_org.document_of(metadata), edurep.document_of(metadata)):
            assert list(vocabulary.mistakes(document)) == [], kind


def test_the_vocabulary_sees_what_is_wrong():
    wrong = {"@type": "Article", "startDate": "2020-01-01", "author": {"@type": "Place", "name": "Amsterdam"}}

    assert len(list(vocabulary.mistakes(wrong))) == 2


def test_the_published_context_reads_every_document(said):
    for metadata in said.values():
        for document in (schema_org.document_of(metadata), edurep.document_of(metadata)):
            (expanded,) = jsonld.expand({**document, "@context": vocabulary.context()})

            assert expanded["@id"] == metadata.url
            assert expanded["http://schema.org/url"] == [{"@id": metadata.url}]


def test_an_insight_names_its_authors_terms_licence_and_publication(said):
    document = schema_org.document_of(said["insight"])

    assert document["@type"] == ["Article", "LearningResource"]
    assert document["author"][0]["@id"] == "https://orcid.org/0000-0002-1825-0097"
    assert document["isBasedOn"]["@id"] == "https://doi.org/10.1000/abc"
    assert document["isBasedOn"]["author"][0]["familyName"] == "van der Werf"
    assert document["license"].startswith("https://creativecommons.org/licenses/by/4.0/")
    assert document["encoding"][0]["encodingFormat"] == "application/pdf"


def test_a_meeting_is_an_event_and_has_no_properties_of_a_text(said):
    document = schema_org.document_of(said["meeting"])

    assert document["@type"] == "Event"
    assert {"startDate", "location", "eventStatus"} <= set(document)
    assert not {"author", "license", "headline", "datePublished"} & set(document)


def test_an_answer_is_a_question_with_the_short_answer_its_authors_and_sources(said):
    document = schema_org.document_of(said["answer"])
    question = document["mainEntity"]
    answer = question["acceptedAnswer"]

    assert (question["name"], question["text"]) == ("Werkt huiswerk in groep 7?", "Werkt dit ook bij ons?")
    assert question["dateCreated"] == "2020-09-01"
    assert (answer["text"], answer["datePublished"]) == ("Ja, meestal.", "2021-01-01")
    assert [author["name"] for author in answer["author"]] == ["Greetje van der Werf"]
    assert [(one["name"], one.get("url")) for one in document["citation"]] == [
        ("Een studie. (2020).", "https://doi.org/10.1000/xyz"),
        ("Een boek. (1990).", None),
    ]
    assert {
        "relatedIdentifier": "10.1000/xyz",
        "relatedIdentifierType": "DOI",
        "relationType": "References",
    } in datacite.record_of(said["answer"])["relatedIdentifiers"]
    relations = [child.text for child in oai_dc.element_of(said["answer"]).iterfind("{*}relation")]
    assert relations == ["https://doi.org/10.1000/xyz", "Een boek. (1990)."]


def test_an_answer_that_names_nobody_is_by_the_site(everything):
    PageAuthor.objects.filter(page=everything.answer).delete()
    document = schema_org.document_of(load([everything.answer.pk])[everything.answer.pk].metadata)

    assert document["mainEntity"]["acceptedAnswer"]["author"][0]["@type"] == "Organization"


def test_a_dossier_is_a_collection_of_its_public_pages_in_order(said, everything):
    wanted = [f"http://127.0.0.1:8000{path}" for path in ("/praktijk/voorbeeld/", "/nieuws/bericht/")]
    everything.insight.unpublish()
    dossier = load([everything.dossier.pk])[everything.dossier.pk].metadata

    assert [part["@id"] for part in schema_org.document_of(dossier)["hasPart"]] == wanted
    record = datacite.record_of(dossier)
    assert record["types"]["resourceTypeGeneral"] == "Collection"
    assert [one["relatedIdentifier"] for one in record["relatedIdentifiers"]] == wanted
    assert [child.text for child in oai_dc.element_of(dossier).iterfind("{*}relation")] == wanted


def test_dossiers_that_are_told_of_together_ask_for_their_pages_once(everything, django_assert_max_num_queries):
    load([everything.dossier.pk])
    with django_assert_max_num_queries(9) as asked:
        load([everything.dossier.pk])
    one = len(asked)
    again = DossierFactory(
        parent=everything.dossier.get_parent(),
        parts=blocks(("part", {"page": everything.policy.pk, "note": ""})),
    )

    with django_assert_max_num_queries(one):
        assert load([everything.dossier.pk, again.pk])[again.pk].metadata.parts[0].title == everything.policy.title


def test_edurep_gets_level_and_subject_as_addresses_of_the_obk(said):
    document = edurep.document_of(said["practice"])
    alignments = {(one["alignmentType"], one["targetUrl"]) for one in document["educationalAlignment"]}

    assert alignments == {
        ("educationalLevel", "http://purl.edustandaard.nl/begrippenkader/level"),
        ("educationalSubject", "http://purl.edustandaard.nl/begrippenkader/subject"),
    }


def test_every_record_of_datacite_holds_to_its_schema(said):
    for kind, metadata in said.items():
        problems = [error.message for error in schema45.validator.iter_errors(datacite.record_of(metadata))]
        assert problems == [], kind


def test_the_xml_of_datacite_is_what_its_own_library_writes_of_the_same_record(said):
    for metadata in said.values():
        record = datacite.record_of(metadata)
        ours = datacite.element_of(metadata)
        theirs = etree.fromstring(schema45.tostring(record).encode())
        identifier = ours[0]
        assert (etree.QName(identifier).localname, identifier.get("identifierType")) == ("identifier", "URL")
        ours.remove(identifier)

        assert flat(ours) == flat(theirs)


def flat(element: etree._Element) -> list:
    """Tags, attributes and texts, whatever the order of the parts of a record."""
    return sorted(
        (
            child.tag,
            sorted(child.attrib.items()),
            [(e.tag, sorted(e.attrib.items()), (e.text or "").strip()) for e in child.iter()],
        )
        for child in element
    )


def test_dublin_core_has_only_its_fifteen_elements(said):
    fifteen = {"title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format"}
    fifteen |= {"identifier", "source", "language", "relation", "coverage", "rights"}
    for metadata in said.values():
        names = [etree.QName(child).localname for child in oai_dc.element_of(metadata)]

        assert set(names) <= fifteen
        assert {"title", "identifier", "date"} <= set(names)


def head_of(client, path: str) -> tuple[dict[str, list[str]], list[dict]]:
    document = html.fromstring(client.get(path).content)
    tags: dict[str, list[str]] = {}
    for tag in document.iterfind(".//meta[@name]"):
        tags.setdefault(tag.get("name"), []).append(tag.get("content"))
    blocks = document.xpath("//script[@type='application/ld+json']/text()")
    return tags, [json.loads(block) for block in blocks]


def test_the_head_of_an_insight_tells_of_the_publication(client, everything):
    tags, (document,) = head_of(client, "/onderzoek/inzicht/")

    assert tags["citation_title"] == ["A study of something"]
    assert tags["citation_author"] == ["van der Werf, Greetje", "Onderwijsraad"]
    assert tags["citation_author_orcid"] == ["https://orcid.org/0000-0002-1825-0097"]
    assert tags["citation_journal_title"] == ["Tijdschrift"]
    assert tags["citation_doi"] == ["10.1000/abc"]
    assert (tags["citation_firstpage"], tags["citation_lastpage"]) == (["12"], ["19"])
    assert tags["citation_publication_date"] == ["2021"]
    assert tags["citation_pdf_url"][0].endswith("/artikel.pdf")
    assert tags["DC.title"] == ["Lezen & <begrijpen>"]
    # What it is about, and not for whom: reference managers keep these with the article.
    assert tags["citation_keywords"] == ["Lezen", "Nederlands"]
    assert document["name"] == "Lezen & <begrijpen>"


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/praktijk/voorbeeld/", ["Article", "LearningResource"]),
        ("/menukaart/interventie/", ["Article", "LearningResource"]),
        ("/stappenplannen/plan/", ["HowTo", "LearningResource"]),
        ("/beleid/stuk/", "Article"),
        ("/nieuws/bericht/", "NewsArticle"),
        ("/agenda/bijeenkomst/", "Event"),
        ("/themas/lezen/", "CollectionPage"),
        ("/over-ons/", "WebPage"),
        ("/en/over-ons/", "WebPage"),
        ("/kennisvragen/antwoord/", ["QAPage", "LearningResource"]),
        ("/dossiers/dossier/", ["Collection", "CollectionPage"]),
        ("/ona/lijn/", "Article"),
    ],
)
def test_every_content_page_says_in_its_head_what_it_is(client, everything, path, type_):
    tags, (document,) = head_of(client, path)

    assert document["@type"] == type_
    assert document["@id"] == f"http://127.0.0.1:8000{path.removeprefix('/en')}"
    assert tags["citation_title"]
    assert tags["DC.identifier"] == [document["@id"]]


def test_markup_in_a_title_cannot_leave_the_script(client, everything):
    everything.news.title = "</script><img src=x>"
    everything.news.save_revision().publish()
    _tags, (document,) = head_of(client, "/nieuws/bericht/")

    assert document["name"] == "</script><img src=x>"
    assert b"<img src=x>" not in client.get("/nieuws/bericht/").content


def test_pages_that_are_no_content_tell_nothing(client, everything):
    tags, documents = head_of(client, "/en/api/")

    assert documents == []
    assert not any(name.startswith(("citation_", "DC.")) for name in tags)
