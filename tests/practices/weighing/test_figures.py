"""Which figures stand at the top, and which edition is the latest."""

import pytest

from practices.figures import headline_figure, latest_edition
from practices.models import InterventionFigure

pytestmark = pytest.mark.django_db


def test_the_latest_edition_is_that_of_the_menukaart_whatever_other_sources_bring(editions):
    assert latest_edition() == editions["kaart-2022"]


def test_without_a_menukaart_there_is_no_latest_edition(editions):
    for code in ("kaart-2021", "kaart-2022"):
        editions[code].delete()

    assert latest_edition() is None


def test_the_headline_passes_over_an_edition_that_gives_nothing(editions):
    given = InterventionFigure(edition=editions["kaart-2021"], months=5)
    empty = InterventionFigure(edition=editions["kaart-2022"])

    assert headline_figure([given, empty]) is given
