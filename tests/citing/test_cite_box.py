"""The cite box on a page, and the addresses behind it."""

import json

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from citing import items
from citing.formats import read
from tests.factories import MeetingFactory, NewsFactory, PlainPageFactory, PolicyFactory, StepPlanFactory

pytestmark = pytest.mark.django_db


def body(client, address, **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_an_insight_is_cited_as_its_publication_and_its_page_below_it(client, insight):
    page = body(client, "/onderzoek/feedback/")

    assert "Hattie, J., &amp; Timperley, H. (2007). The power of feedback." in page
    assert "https://doi.org/10.3102/003465430298487" in page
    own = page[page.index('id="citeer-pagina"') :]
    assert "<i>Feedback werkt</i>" in own
    assert "/onderzoek/feedback/" in own
    assert "Hattie" not in own[: own.index("</p>")]


def test_a_practice_is_cited_as_a_page_of_its_authors(client, practice):
    page = body(client, "/praktijk/samen-lezen/")

    assert "van den Berg, S. (2022, 4 mei). <i>Samen lezen &amp; schrijven</i>. Samen onderwijs versnellen." in page
    assert 'id="citeer-pagina"' not in page


def test_the_other_kinds_have_the_box_too(client, site):
    PolicyFactory(parent=site.policies, slug="stuk")
    StepPlanFactory(parent=site.step_plans, slug="plan")
    NewsFactory(parent=site.news, slug="bericht")

    for address in ("/beleid/stuk/", "/stappenplannen/plan/", "/nieuws/bericht/"):
        assert 'id="citeer-werk"' in body(client, address), address


def test_a_meeting_can_be_cited_and_a_page_about_the_site_has_no_box(client, site):
    MeetingFactory(parent=site.meetings, slug="dag", title="Dag van het lezen")
    PlainPageFactory(parent=site.home, slug="over-ons")

    assert "<i>Dag van het lezen</i>" in body(client, "/agenda/dag/")
    assert "citeer-werk" not in body(client, "/over-ons/")


def test_the_page_about_a_publication_is_folded_away_below_it(client, insight):
    page = body(client, "/onderzoek/feedback/")

    assert page.index('id="citeer-werk"') < page.index("<details", page.index('id="citeer-werk"'))
    assert page.rindex("<details", 0, page.index('id="citeer-pagina"')) > page.index('id="citeer-werk"')


def test_the_box_costs_no_query(client, insight, monkeypatch):
    from citing import page_section

    def count():
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            body(client, "/onderzoek/feedback/")
        return len(queries)

    count()
    with_box = count()
    monkeypatch.setattr("editorial.templatetags.page_sections.sections_of", lambda page: [])
    without = count()
    monkeypatch.undo()
    monkeypatch.setattr(
        "editorial.templatetags.page_sections.sections_of", lambda page: [page_section.section_of(page)]
    )

    assert count() == without
    assert with_box >= without


def test_every_style_has_an_address_that_works_without_a_script(client, insight):
    page = body(client, f"/citeren/{insight.pk}/mla/")

    assert "Hattie, John, en Helen Timperley" in page.replace(" en Helen", ", en Helen")
    assert "<h1" in page
    assert 'href="/onderzoek/feedback/"' in page


def test_a_journal_goes_by_its_short_name_where_the_style_asks_for_that(client, insight):
    insight.published_in_short = "Rev Educ Res"
    insight.save_revision().publish()

    assert "Rev Educ Res" in body(client, f"/citeren/{insight.pk}/vancouver/")
    assert "Review of Educational Research" in body(client, f"/citeren/{insight.pk}/apa/")
    assert "J2  - Rev Educ Res" in client.get(f"/citeren/{insight.pk}/ris/").content.decode()


def test_a_script_gets_the_box_alone(client, insight):
    part = body(client, f"/citeren/{insight.pk}/harvard/", **{"HX-Request": "true"})

    assert part.lstrip().startswith('<div class="cite"')
    assert "<html" not in part
    assert 'aria-current="true"' in part


def test_the_language_of_the_address_is_that_of_the_reference(client, insight):
    assert "Beschikbaar op:" in body(client, f"/citeren/{insight.pk}/harvard/")
    assert "Available at:" in body(client, f"/en/citeren/{insight.pk}/harvard/")


@pytest.mark.parametrize(("code", "extension"), [("bibtex", "bib"), ("ris", "ris"), ("csl-json", "json")])
def test_a_format_is_a_file_to_take_along(client, insight, code, extension):
    response = client.get(f"/citeren/{insight.pk}/{code}/")

    assert response["Content-Disposition"] == f'attachment; filename="hattie2007power.{extension}"'
    (item,) = read(response.content, f"x.{extension}")
    assert item["DOI"] == "10.3102/003465430298487"
    assert [name["family"] for name in item["author"]] == ["Hattie", "Timperley"]


def test_the_page_about_a_publication_can_be_taken_along_as_well(client, insight):
    (item,) = json.loads(client.get(f"/citeren/{insight.pk}/pagina/csl-json/").content)

    assert item["title"] == "Feedback werkt"
    assert item["URL"].endswith("/onderzoek/feedback/")


def test_a_page_of_this_site_says_when_it_was_read(client, practice):
    assert "Geraadpleegd:" in body(client, f"/citeren/{practice.pk}/harvard/")


def test_what_is_not_public_has_no_reference(client, site, insight, practice):
    insight.unpublish()
    PageViewRestriction.objects.create(page=practice, restriction_type=PageViewRestriction.LOGIN)

    for page in (insight, practice):
        for code in ("apa", "ris"):
            assert client.get(f"/citeren/{page.pk}/{code}/").status_code == 404


def test_lists_and_unknown_styles_have_no_address(client, site, insight):
    assert client.get(f"/citeren/{site.insights.pk}/apa/").status_code == 404
    assert client.get(f"/citeren/{insight.pk}/ieee/").status_code == 404
    assert client.get(f"/citeren/{insight.pk}/pagina/ieee/").status_code == 404


def test_an_unchanged_file_is_not_sent_again(client, insight):
    address = f"/citeren/{insight.pk}/ris/"
    tag = client.get(address)["ETag"]

    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_authors_fetched_beforehand_cost_no_query(insight, django_assert_num_queries):
    from django.db.models import prefetch_related_objects

    prefetch_related_objects([insight], "page_authors__person")

    with django_assert_num_queries(0):
        assert len(items.item_for(insight)["author"]) == 2


def test_a_kind_has_one_maker():
    with pytest.raises(ValueError, match="insight"):
        items.register("insight", lambda page: {})
