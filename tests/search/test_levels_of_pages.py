"""Which levels a page is found by."""

from __future__ import annotations

import pytest

from caching import generation
from home.models import NewsPage
from search.describing import describe
from tests.factories import LevelFactory, NewsFactory, SmallSite, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def site() -> SmallSite:
    """A small site with primary education and two of its groups."""
    made = small_site()
    primary = LevelFactory(code="po")
    for code in ("groep-1", "groep-2"):
        LevelFactory(code=code, parent=primary)
    generation.renew()
    return made


def levels_of(site: SmallSite, *codes: str) -> set[str]:
    page = NewsFactory(parent=site.news)
    page.levels.set([LevelFactory(code=code) for code in codes])
    page.save()
    document = describe(NewsPage.objects.get(pk=page.pk), body=(), shown_date=None)
    return set(document.facets["niveau"])


def test_what_is_for_primary_education_is_for_each_of_its_groups(site: SmallSite) -> None:
    assert levels_of(site, "po") == {"po", "groep-1", "groep-2"}


def test_what_names_a_group_is_for_that_group_and_not_for_the_others(site: SmallSite) -> None:
    assert levels_of(site, "groep-1") == levels_of(site, "po", "groep-1") == {"po", "groep-1"}


def test_what_names_no_level_is_found_by_none(site: SmallSite) -> None:
    assert levels_of(site) == set()
