"""The menukaart as a list to filter and sort by what its figures say, in addresses that can be shared."""

import re

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from caching import generation
from practices.weighing.facets import months_band
from tests.factories import InsightFactory, PracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client, five, index_now):
    """The titles that an address shows, in order."""
    index_now()

    def ask(query=""):
        html = client.get(f"/menukaart/{query}").content.decode()
        return re.findall(r'class="result__title"[^>]*><a [^>]*>([^<]+)', html)

    return ask


@pytest.mark.parametrize(
    ("months", "band"),
    [(None, "niet-gegeven"), (-2, "onder-nul"), (0, "0-2"), (2, "0-2"), (3, "3-4"), (6, "5-6"), (7, "7-of-meer")],
)
def test_every_number_of_months_falls_in_one_band(months, band):
    assert months_band(months) == band


def test_without_a_wish_they_stand_in_alphabetical_order(shown):
    assert shown() == ["Feedback", "Huiswerk", "Leerstijlen", "Niveaugroepen", "Zittenblijven"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("leerwinst", ["Feedback", "Huiswerk", "Niveaugroepen", "Zittenblijven", "Leerstijlen"]),
        ("bewijs", ["Feedback", "Niveaugroepen", "Zittenblijven", "Huiswerk", "Leerstijlen"]),
        ("kosten", ["Feedback", "Niveaugroepen", "Huiswerk", "Zittenblijven", "Leerstijlen"]),
    ],
)
def test_they_can_be_sorted_by_each_figure_and_what_is_not_given_comes_last(shown, order, expected):
    assert shown(f"?sorteer={order}") == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?leerwinst=onder-nul", ["Zittenblijven"]),
        ("?leerwinst=0-2", ["Huiswerk", "Niveaugroepen"]),
        ("?leerwinst=niet-gegeven", ["Leerstijlen"]),
        ("?leerwinst=7-of-meer&leerwinst=onder-nul", ["Feedback", "Zittenblijven"]),
        ("?sterkte=4", ["Feedback"]),
        ("?kosten=1", ["Feedback", "Niveaugroepen"]),
        ("?kosten=1&sterkte=3", ["Niveaugroepen"]),
        ("?categorie=E", ["Niveaugroepen", "Zittenblijven"]),
        ("?categorie=E&sorteer=leerwinst&kosten=5", ["Zittenblijven"]),
    ],
)
def test_they_can_be_filtered_by_category_months_evidence_and_cost(shown, query, expected):
    assert shown(query) == expected


def test_what_has_no_category_can_be_found_by_that(client, five, index_now):
    index_now()

    html = client.get("/menukaart/?categorie=niet-gegeven").content.decode()

    assert "geen categorie" in html
    assert re.findall(r'class="result__title"[^>]*><a [^>]*>([^<]+)', html) == ["Leerstijlen"]


def test_the_filters_explain_their_instruments_in_place(client, shown):
    html = client.get("/menukaart/").content.decode()

    assert html.count("facet__explain") == 3
    assert "minder dan 0 maanden" in html


def test_the_filters_of_the_menukaart_stand_before_all_others(client, shown):
    html = client.get("/menukaart/").content.decode()

    names = re.findall(r'<details class="facet"[^>]* data-facet="([a-z]+)"', html)
    assert names[:4] == ["categorie", "leerwinst", "sterkte", "kosten"]


def test_filters_by_figures_stand_only_where_all_that_is_listed_has_figures(client, site, five, index_now):
    PracticeFactory(parent=site.practices)
    index_now()

    assert 'data-facet="leerwinst"' not in client.get("/zoeken/").content.decode()
    assert 'data-facet="leerwinst"' in client.get("/zoeken/?type=intervention").content.decode()
    assert 'data-facet="leerwinst"' in client.get("/zoeken/?leerwinst=0-2").content.decode()


def test_an_order_that_does_not_exist_is_refused_clearly(client, shown):
    response = client.get("/menukaart/?sorteer=geluk")

    assert response.status_code == 400
    assert "In die volgorde kunnen we niet sorteren." in response.content.decode()


def test_every_card_can_be_chosen_for_comparing_in_a_form_that_needs_no_script(client, five, shown):
    html = client.get("/menukaart/").content.decode()

    assert re.search(r'<form[^>]* id="vergelijk" action="/menukaart/vergelijken/" hx-boost="false"', html)
    for page in five.values():
        assert f'name="p" value="{page.pk}" form="vergelijk"' in html


def test_practice_examples_can_be_chosen_in_their_own_list_beside_interventions(client, site, five, index_now):
    practice, feedback = PracticeFactory(parent=site.practices, title="Hardop denken"), five["Feedback"]
    index_now()

    html = client.get(f"/praktijk/?p={feedback.pk}").content.decode()

    assert f'name="p" value="{practice.pk}" form="vergelijk"' in html
    assert f'type="hidden" name="p" value="{feedback.pk}"' in html
    assert 'name="bij" value="praktijk?"' in html
    answer = client.get(f"/menukaart/vergelijken/onthouden/?bij=praktijk%3Fkosten%3D1{along(practice, feedback)}")
    assert answer["Location"] == f"/praktijk/?kosten=1{along(practice, feedback)}#vergelijk"


def test_a_listing_of_what_cannot_be_compared_offers_no_comparing(client, site, five, index_now):
    InsightFactory(parent=site.insights)
    index_now()

    assert 'form="vergelijk"' not in client.get("/onderzoek/").content.decode()


def test_when_the_engine_is_away_the_order_holds_all_the_same(client, five, index_now, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "nowhere"

    html = client.get("/menukaart/?sorteer=leerwinst").content.decode()

    found = re.findall(r'class="result__title"[^>]*><a [^>]*>([^<]+)', html)
    assert found == ["Feedback", "Huiswerk", "Niveaugroepen", "Zittenblijven", "Leerstijlen"]


class TestWhatIsTicked:
    """It goes along in the address when the list becomes another one, with or without scripts."""

    @pytest.fixture
    def html(self, client, five, index_now):
        index_now()

        def ask(query, *chosen):
            return client.get(f"/menukaart/{query}{along(*chosen)}").content.decode()

        return ask

    def test_it_is_ticked_in_the_list_that_the_address_opens(self, html, five):
        shown = html("?kosten=1", five["Feedback"], five["Huiswerk"])

        ticked = re.findall(r'name="p" value="([0-9]+)" form="vergelijk" checked', shown)
        assert ticked == [str(five["Feedback"].pk)]

    def test_what_does_not_stand_in_the_list_goes_along_and_can_be_taken_away(self, html, five):
        homework, feedback = five["Huiswerk"], five["Feedback"]

        shown = html("?kosten=1", feedback, homework)

        assert f'type="hidden" name="p" value="{homework.pk}"' in shown
        assert f'href="?kosten=1&amp;p={feedback.pk}" rel="nofollow" data-without="{homework.pk}"' in shown

    def test_every_filter_order_and_form_of_the_list_carries_it(self, html, five):
        feedback = five["Feedback"]

        shown = html("?kosten=1&sorteer=bewijs", feedback)

        area = shown[shown.index('id="result-area"') :]
        links = re.findall(r'href="(\?[^"]*)"', area)
        assert len(links) > 5
        assert [link for link in links if f"p={feedback.pk}" not in link] == []
        assert f'form="search-form" name="p" value="{feedback.pk}"' in area
        years = re.search(r'<form class="years".*?</form>', area, re.DOTALL)
        assert years is not None
        assert f'name="p" value="{feedback.pk}"' in years.group()

    def test_it_is_no_part_of_a_search_that_one_keeps_or_cites(self, html, five):
        shown = html("?kosten=1", five["Feedback"])

        kept = re.findall(r'href="([^"]*(?:bewaren|citeren)[^"]*kosten=1[^"]*)"', shown)
        assert kept
        assert [address for address in kept if "p=" in address.replace("type=", "")] == []

    @pytest.mark.parametrize("hidden", ["draft", "private", "another kind", "gone"])
    def test_what_cannot_be_compared_is_not_named(self, html, site, five, hidden):
        page = (
            InsightFactory(parent=site.insights, title="Iets anders") if hidden == "another kind" else five["Huiswerk"]
        )
        if hidden == "draft":
            page.unpublish()
        if hidden == "private":
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
            generation.renew()
        chosen = 999_999 if hidden == "gone" else page

        assert "data-without=" not in html("?leerwinst=7-of-meer", chosen)

    @pytest.mark.parametrize("nonsense", ["abc", "%3Cscript%3E", "9" * 400, "1&p=" + "&p=".join(map(str, range(200)))])
    def test_nonsense_breaks_nothing(self, client, five, index_now, nonsense):
        index_now()

        answer = client.get(f"/menukaart/?p={nonsense}")

        assert answer.status_code == 200
        assert "<script>" not in re.sub(r"<script src[^>]*>", "", answer.content.decode())

    def test_a_visitors_ticks_are_in_nobody_elses_list(self, html, five, settings):
        settings.PAGE_CACHE_SECONDS = 600
        cache.clear()
        html("?kosten=1")

        assert "checked" in html("?kosten=1", five["Feedback"])
        assert "checked" not in html("?kosten=1")

    def test_without_scripts_a_button_puts_it_in_the_address_of_the_same_list(self, client, html, five):
        shown = html("?kosten=1&sorteer=bewijs")
        assert (
            'formaction="/menukaart/vergelijken/onthouden/" name="bij" value="menukaart?kosten=1&amp;sorteer=bewijs"'
            in shown
        )
        chosen = along(five["Feedback"], five["Huiswerk"])

        answer = client.get(f"/menukaart/vergelijken/onthouden/?bij=menukaart%3Fkosten%3D1%26sorteer%3Dbewijs{chosen}")

        assert answer["Location"] == f"/menukaart/?kosten=1&sorteer=bewijs{chosen}#vergelijk"

    @pytest.mark.parametrize("asked", ["https://elders.example/", "//elders.example/", "%0d%0aSet-Cookie:", "?p=1"])
    def test_that_button_leads_nowhere_else(self, client, five, asked):
        answer = client.get(f"/menukaart/vergelijken/onthouden/?bij={asked}")

        assert answer["Location"] == "/menukaart/#vergelijk"

    def test_in_english_it_stays_english(self, client, five):
        answer = client.get(f"/en/menukaart/vergelijken/onthouden/?bij={along(five['Feedback'])}")

        assert answer["Location"] == f"/en/menukaart/?p={five['Feedback'].pk}#vergelijk"

    def test_from_the_comparison_one_goes_on_choosing(self, client, five):
        html = client.get(f"/menukaart/vergelijken/?{along(five['Feedback'], five['Huiswerk'])}").content.decode()

        assert f'href="/menukaart/?p={five["Feedback"].pk}&amp;p={five["Huiswerk"].pk}"' in html


def along(*chosen):
    """These pages, or whatever stands for one, in an address."""
    return "".join(f"&p={getattr(one, 'pk', one)}" for one in chosen)
