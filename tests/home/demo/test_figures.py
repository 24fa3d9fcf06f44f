"""Figures of interventions: as the sources give them, and nothing where they give none."""

import pytest

from home.demo.kinds.practices import read_figures
from practices.models import InterventionFigure

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("demo")]


def figure(slug: str, edition: str) -> InterventionFigure | None:
    return InterventionFigure.objects.filter(page__slug=slug, edition__code=edition).first()


def triple(slug: str, edition: str) -> tuple[int | None, int | None, int | None]:
    row = figure(slug, edition)
    assert row is not None
    return (row.months, row.strength, row.cost)


@pytest.mark.parametrize(
    ("slug", "edition", "expected"),
    [
        ("feedback", "npo-2021", (8, 3, 1)),
        ("feedback", "npo-2022", (6, 4, 1)),
        ("feedback", "eef-2026", (6, 4, 1)),
        ("klassenverkleining", "npo-2022", (2, 1, 5)),
        ("onderwijsassistenten-instructeurs", "npo-2021", (1, 2, 4)),
        ("technieken-voor-begrijpend-lezen", "eef-2026", (7, 3, 1)),
    ],
)
def test_figures_are_those_of_the_source(slug, edition, expected):
    assert triple(slug, edition) == expected


def test_repeating_a_year_costs_two_months():
    assert triple("zittenblijven", "eef-2026") == (-2, 2, 5)


def test_no_effect_is_a_nought_and_not_empty():
    assert triple("niveaugroepen", "eef-2026") == (0, 1, 1)


@pytest.mark.parametrize("slug", ["leerstijlen", "schooluniform", "ambities-verhogen"])
def test_months_that_the_source_does_not_give_stay_empty(slug):
    assert triple(slug, "eef-2026")[0] is None


def test_an_intervention_on_the_map_without_figures_keeps_them_empty():
    row = figure("directe-instructie", "npo-2022")

    assert row is not None
    assert row.is_empty
    assert row.category == "B"


@pytest.mark.parametrize(
    ("slug", "edition"),
    [
        ("fonemisch-bewustzijn", "npo-2021"),
        ("ouderbetrokkenheid", "npo-2022"),
        ("digitale-technologie", "npo-2022"),
        ("zittenblijven", "npo-2021"),
    ],
)
def test_an_edition_without_the_intervention_has_no_row(slug, edition):
    assert figure(slug, edition) is None


def test_cost_read_from_a_lone_icon_is_marked():
    marked = figure("feedback", "npo-2021")
    given = figure("klassenverkleining", "npo-2021")

    assert marked is not None
    assert given is not None
    assert (marked.cost_inferred, given.cost_inferred) == (True, False)


def test_every_row_of_the_file_is_loaded_as_it_stands():
    expected = {
        (slug, row["edition"]): (row.get("category", ""), row.get("months"), row.get("strength"), row.get("cost"))
        for slug, rows in read_figures().items()
        for row in rows
    }

    found = {
        (row.page.slug, row.edition.code): (row.category, row.months, row.strength, row.cost)
        for row in InterventionFigure.objects.select_related("page", "edition")
    }
    assert found == expected
