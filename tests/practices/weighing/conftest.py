"""A small menukaart with figures of several editions, and its index."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.cache import cache

from practices.models import Edition, InterventionFigure
from search.indexing.rebuild import rebuild
from tests.factories import InterventionFactory, small_site


@pytest.fixture
def index_now(settings, tmp_path) -> Callable[[], object]:
    """Build the embedded index of what the database holds at that moment."""
    settings.ELASTICSEARCH_URL = ""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.DATA_DIR = tmp_path
    cache.clear()
    return rebuild


@pytest.fixture
def site(db):
    return small_site()


@pytest.fixture
def editions(db):
    """By code: two of the menukaart and one of another source."""
    rows = [
        ("kaart-2021", "Menukaart", 2021, True),
        ("kaart-2022", "Menukaart", 2022, True),
        ("toolkit-2026", "Toolkit", 2026, False),
    ]
    return {
        code: Edition.objects.create(
            code=code, source=source, name=str(year), as_of=date(year, 12, 31), is_menukaart=is_menukaart
        )
        for code, source, year, is_menukaart in rows
    }


@pytest.fixture
def intervention(site, editions):
    """Make one: ``intervention("Feedback", {"kaart-2022": (6, 4, 1)})`` (months, strength, cost)."""

    def make(title, figures=(), category="B", **fields):
        page = InterventionFactory(parent=site.interventions, title=title, **fields)
        for code, (months, strength, cost) in dict(figures).items():
            InterventionFigure.objects.create(
                page=page, edition=editions[code], category=category, months=months, strength=strength, cost=cost
            )
        return page

    return make


@pytest.fixture
def five(intervention):
    """Five interventions: much, little, nothing, less than nothing, and one that no source gives figures of."""
    return {
        "Feedback": intervention("Feedback", {"kaart-2022": (8, 4, 1)}),
        "Huiswerk": intervention("Huiswerk", {"kaart-2022": (2, 1, 2)}, category="A"),
        "Niveaugroepen": intervention("Niveaugroepen", {"kaart-2022": (0, 3, 1)}, category="E"),
        "Zittenblijven": intervention("Zittenblijven", {"kaart-2022": (-2, 2, 5)}, category="E"),
        "Leerstijlen": intervention("Leerstijlen", category="D"),
    }
