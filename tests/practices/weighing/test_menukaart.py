"""The menukaart as a list to filter and sort by what its figures say, in addresses that can be shared."""

import re

import pytest

from practices.weighing.facets import months_band
from tests.factories import PracticeFactory

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


def test_a_listing_of_another_kind_offers_no_comparing(client, site, five, index_now):
    PracticeFactory(parent=site.practices)
    index_now()

    assert 'form="vergelijk"' not in client.get("/praktijk/").content.decode()


def test_when_the_engine_is_away_the_order_holds_all_the_same(client, five, index_now, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "nowhere"

    html = client.get("/menukaart/?sorteer=leerwinst").content.decode()

    found = re.findall(r'class="result__title"[^>]*><a [^>]*>([^<]+)', html)
    assert found == ["Feedback", "Huiswerk", "Niveaugroepen", "Zittenblijven", "Leerstijlen"]
