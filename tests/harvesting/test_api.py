"""The JSON API: everything public, complete, described, limited, and in step with what happens."""

import json
import re

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from wagtail.models import Page, PageViewRestriction

from harvesting.kinds import known_kinds
from harvesting.models import PublicRecord
from tests.factories import InsightFactory, NewsFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, everything):
    """JSON at an address that the API itself may have given."""

    def get(address: str, **headers):
        response = client.get(address.replace("http://127.0.0.1:8000", ""), headers=headers)
        response.data = json.loads(response.content) if response.content else None
        return response

    return get


@pytest.fixture
def holds_to(ask):
    """Hold an answer against the schema of its address and status in the description."""
    description = ask("/api/v1/openapi.json").data

    def check(path: str, response) -> None:
        answer = description["paths"][path]["get"]["responses"][str(response.status_code)]
        if "$ref" in answer:
            answer = description["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
        content_type = response.headers["Content-Type"].partition(";")[0]
        schema = {**answer["content"][content_type]["schema"], "components": description["components"]}
        Draft202012Validator(schema).validate(response.data)

    return check


def test_the_description_is_valid_openapi(ask):
    assert list(OpenAPIV31SpecValidator(ask("/api/v1/openapi.json").data).iter_errors()) == []


def test_every_page_is_in_the_list_once_in_as_many_parts_as_asked(ask, everything, holds_to):
    seen = []
    address = "/api/v1/pages/?limit=2"
    while address:
        answer = ask(address)
        holds_to("/api/v1/pages/", answer)
        seen += [page["id"] for page in answer.data["pages"]]
        address = answer.data["next"]

    assert seen == sorted(page.pk for page in everything.pages.values())


def test_every_kind_of_page_is_told_whole_and_as_described(ask, everything, holds_to):
    for kind, page in everything.pages.items():
        answer = ask(f"/api/v1/pages/{page.pk}/")
        holds_to("/api/v1/pages/{id}/", answer)
        assert answer.data["kind"] == kind
        assert answer.data["content"]["html"]
        assert "<" not in answer.data["content"]["text"]


def test_a_page_tells_its_text_terms_authors_files_and_publication(ask, everything):
    told = ask(f"/api/v1/pages/{everything.insight.pk}/").data

    assert told["title"] == "Lezen & <begrijpen>"
    assert "In gewone taal" not in told["content"]["text"] or told["content"]["text"]
    assert "<h2>Samenvatting in gewone taal</h2>" in told["content"]["html"]
    assert 'href="http://127.0.0.1:8000/' in told["content"]["html"]
    assert told["levels"] == [
        {"code": "groep-5", "label": "groep 5", "uri": "http://purl.edustandaard.nl/begrippenkader/level"}
    ]
    assert [author["name"] for author in told["authors"]] == ["Greetje van der Werf", "Onderwijsraad"]
    assert told["authors"][0]["orcid"] == "https://orcid.org/0000-0002-1825-0097"
    assert told["publication"]["DOI"] == "10.1000/abc"
    assert [(file["title"], file["media_type"], file["size"]) for file in told["files"]] == [
        ("Het artikel", "application/pdf", 4)
    ]
    assert [(r["relation"], r["outgoing"], r["kind"]) for r in told["relations"]] == [("supports", True, "practice")]


def test_the_list_can_be_narrowed_to_a_kind_and_a_theme(ask, everything):
    ask("/api/v1/changes/")  # numbers what waits, and with that fills the sets

    assert {page["kind"] for page in ask("/api/v1/pages/?kind=insight").data["pages"]} == {"insight"}
    assert {page["kind"] for page in ask("/api/v1/pages/?theme=lezen").data["pages"]} == {
        "insight",
        "practice",
        "intervention",
        "step_plan",
        "meeting",
    }


def test_the_text_comes_with_the_list_when_asked_for(ask, everything):
    assert all("content" in page for page in ask("/api/v1/pages/?include=content").data["pages"])
    assert not any("content" in page for page in ask("/api/v1/pages/").data["pages"])


def test_a_page_that_is_not_public_is_nowhere(ask, everything):
    PageViewRestriction.objects.create(
        page=everything.site.insights, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    draft = NewsFactory(parent=everything.site.news, live=False)

    assert ask(f"/api/v1/pages/{everything.insight.pk}/").status_code == 410
    assert ask(f"/api/v1/pages/{draft.pk}/").status_code == 404
    assert "insight" not in {page["kind"] for page in ask("/api/v1/pages/").data["pages"]}


def test_a_record_that_is_behind_tells_nothing_that_is_not_public(ask, everything):
    Page.objects.filter(pk=everything.insight.pk).update(live=False)

    assert ask(f"/api/v1/pages/{everything.insight.pk}/").status_code == 410
    assert everything.insight.pk not in {page["id"] for page in ask("/api/v1/pages/").data["pages"]}
    told = {change["id"]: change["change"] for change in ask("/api/v1/changes/").data["changes"]}
    assert told[everything.insight.pk] == "deleted"


def follow(ask, address, holds_to=None):
    """All changes from an address on, and the cursor after them."""
    found = []
    while True:
        answer = ask(address)
        if holds_to:
            holds_to("/api/v1/changes/", answer)
        found += answer.data["changes"]
        if not answer.data["more"]:
            return found, answer.data["cursor"]
        address = answer.data["next"]


def test_changes_tell_every_page_once_and_then_only_what_is_new(ask, everything, holds_to):
    first, cursor = follow(ask, "/api/v1/changes/?limit=2", holds_to)
    assert sorted(change["id"] for change in first) == sorted(page.pk for page in everything.pages.values())
    assert follow(ask, f"/api/v1/changes/?since={cursor}")[0] == []

    everything.news.save_revision().publish()
    everything.policy.unpublish()
    gone = everything.practice.pk
    everything.practice.delete()
    added = InsightFactory(parent=everything.site.insights, slug="nieuw")
    since, _cursor = follow(ask, f"/api/v1/changes/?since={cursor}&limit=1", holds_to)

    assert {change["id"]: change["change"] for change in since} == {
        everything.news.pk: "changed",
        everything.policy.pk: "deleted",
        gone: "deleted",
        # The practice stood in it.
        everything.dossier.pk: "changed",
        added.pk: "changed",
    }


def test_a_change_while_somebody_follows_comes_at_the_end(ask, everything):
    start = ask("/api/v1/changes/?limit=3").data
    first = start["changes"][0]["id"]
    Page.objects.get(pk=first).specific.save_revision().publish()
    rest, _cursor = follow(ask, start["next"])

    assert [change["id"] for change in rest].count(first) == 1
    assert rest[-1]["id"] == first


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/pages/?after=-1",
        "/api/v1/pages/?after=9999999999999999999999",
        "/api/v1/pages/?limit=0",
        "/api/v1/pages/?limit=101",
        "/api/v1/pages/?limit=%C2%B2",
        "/api/v1/pages/?kind=niets",
        "/api/v1/pages/?theme=niets",
        "/api/v1/pages/?include=alles",
        "/api/v1/pages/?page=2",
        "/api/v1/changes/?since=gisteren",
    ],
)
def test_a_parameter_that_cannot_be_is_a_problem_in_words(ask, address, holds_to):
    answer = ask(address)

    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    holds_to(re.sub(r"\?.*", "", address), answer)


def test_an_unknown_address_is_a_problem_too(ask):
    answer = ask("/api/v1/anders/")

    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_reading_only(client, everything):
    answer = client.post("/api/v1/pages/")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_whoever_has_it_already_gets_304(ask, everything):
    address = f"/api/v1/pages/{everything.news.pk}/"
    first = ask(address)
    again = ask(address, if_none_match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")

    everything.news.title = "Anders"
    everything.news.save_revision().publish()
    assert ask(address, if_none_match=first.headers["ETag"]).status_code == 200


def test_any_site_may_read_it_in_a_browser(client, everything):
    answer = client.options("/api/v1/pages/", headers={"origin": "https://elders.nl"})

    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/api/v1/pages/").headers["Access-Control-Allow-Origin"] == "*"


def test_the_obvious_address_tells_where_everything_is(ask, holds_to):
    answer = ask("/api/v1/")

    holds_to("/api/v1/", answer)
    assert answer.data.pop("oai") == "http://127.0.0.1:8000/oai/"
    for address in answer.data.values():
        assert ask(address).status_code == 200


def test_too_many_questions_of_one_address_get_429_and_when_to_come_again(ask, settings, holds_to):
    settings.HARVEST_REQUESTS_A_MINUTE = 1
    answers = [ask("/api/v1/pages/") for _ in range(3)]
    refused = answers[-1]

    assert refused.status_code == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= 61
    holds_to("/api/v1/pages/", refused)


def test_another_address_is_counted_apart(client, everything, settings):
    settings.HARVEST_REQUESTS_A_MINUTE = 1
    for _ in range(3):
        client.get("/api/v1/pages/", REMOTE_ADDR="192.0.2.1")

    assert client.get("/api/v1/pages/", REMOTE_ADDR="192.0.2.2").status_code == 200


def test_a_list_asks_no_more_for_more_pages(ask, everything, django_assert_max_num_queries):
    for _ in range(15):
        InsightFactory(parent=everything.site.insights)
    ask("/api/v1/pages/")

    with django_assert_max_num_queries(7):
        assert len(ask("/api/v1/pages/?kind=insight").data["pages"]) == 16


def test_the_kinds_of_the_site_are_the_ones_to_ask_by(ask, everything):
    assert set(everything.pages) <= set(known_kinds())
    assert PublicRecord.objects.exclude(content_kind__in=known_kinds()).count() == 0


@pytest.mark.parametrize(("address", "word"), [("/api/", "Wijzigingen"), ("/en/api/", "OAI-PMH")])
def test_people_find_it_explained_in_both_languages(client, everything, address, word):
    shown = client.get(address)

    assert shown.status_code == 200
    assert word in shown.content.decode()
    assert "/api/zoeken/" in shown.content.decode()
