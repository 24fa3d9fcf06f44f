"""The history of a figure: a chart of what editions of one source said, or a sentence when that is one number."""

import pytest

from practices.models import InterventionFigure
from practices.weighing.history import history_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def history(editions):
    """Of ``{"kaart-2021": 5, …}``: months per edition, None where it gives none."""

    def make(months):
        return history_of(
            [InterventionFigure(edition=editions[code], months=number) for code, number in months.items()]
        )

    return make


def test_two_editions_of_one_source_make_a_chart_with_a_line(history):
    made = history({"kaart-2022": 6, "kaart-2021": 8})

    assert made.has_chart
    (series,) = made.series
    assert [point.sign for point in series.points] == ["+8", "+6"]
    assert len(series.lines) == 1
    assert made.sentence == "Menukaart: +8 maanden in editie 2021, +6 maanden in editie 2022."


def test_a_higher_number_stands_higher(history):
    high, low = history({"kaart-2021": 8, "kaart-2022": 2}).series[0].points

    assert high.y < low.y


def test_sources_are_never_joined_by_a_line(history):
    made = history({"kaart-2021": 4, "kaart-2022": 5, "toolkit-2026": 6})

    assert [series.source for series in made.series] == ["Menukaart", "Toolkit"]
    assert len({series.mark for series in made.series}) == 2
    assert made.series[1].lines == ()


def test_one_number_a_source_makes_no_chart_but_a_sentence(history):
    made = history({"kaart-2022": 6, "toolkit-2026": 5})

    assert not made.has_chart
    assert made.sentence == (
        "Menukaart geeft één getal: +6 maanden in editie 2022. Toolkit geeft één getal: +5 maanden in editie 2026."
    )


def test_an_edition_that_gives_nothing_is_a_gap_and_no_zero(history, editions):
    editions["toolkit-2026"].source = "Menukaart"
    made = history({"kaart-2021": 4, "kaart-2022": None, "toolkit-2026": 5})

    (series,) = made.series
    assert [tick.is_gap for tick in made.editions] == [False, True, False]
    assert [point.sign for point in series.points] == ["+4", "+5"]
    assert series.lines == ()
    assert "geen getal in editie 2022" in made.sentence


def test_below_zero_stands_below_the_line_of_zero(history):
    made = history({"kaart-2021": 1, "kaart-2022": -3})
    (zero,) = [tick.at for tick in made.months if tick.is_zero]

    above, below = made.series[0].points

    assert above.y < zero < below.y <= made.bottom
    assert below.sign == "−3"


def test_without_any_number_there_is_nothing_to_tell(history):
    assert history({}) is None
    assert history({"kaart-2021": None, "kaart-2022": None}) is None


def test_many_editions_still_fit_on_the_drawing(history, editions):
    figures = []
    for year in range(2001, 2021):
        edition = type(editions["kaart-2021"])(pk=year, code=str(year), source="Bron", name=str(year))
        edition.as_of = editions["kaart-2021"].as_of.replace(year=year)
        figures.append(InterventionFigure(edition=edition, months=year % 7))
    made = history_of(figures)

    assert all(0 < point.x < made.width for point in made.series[0].points)
    assert len({point.x for point in made.series[0].points}) == 20


def test_the_page_shows_the_chart_with_its_words_and_table(client, intervention):
    page = intervention("Feedback", {"kaart-2021": (8, 3, 1), "kaart-2022": (6, 4, 1)})

    html = client.get(f"/menukaart/{page.slug}/").content.decode()

    assert '<svg class="history__chart"' in html
    assert 'role="img" aria-labelledby="verloop" aria-describedby="verloop-in-woorden"' in html
    assert "Menukaart: +8 maanden in editie 2021, +6 maanden in editie 2022." in html
    assert "table--figures" in html
    assert "style=" not in html[html.index('<figure class="history"') : html.index("</figure>")]


def test_a_page_with_one_number_says_so(client, intervention):
    page = intervention("Huiswerk", {"toolkit-2026": (5, 1, 1)})

    html = client.get(f"/menukaart/{page.slug}/").content.decode()

    assert "history__chart" not in html
    assert "Toolkit geeft één getal: +5 maanden in editie 2026." in html
