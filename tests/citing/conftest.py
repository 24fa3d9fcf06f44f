"""A site with one of what is cited."""

import datetime as dt

import pytest

from accounts.models import Person
from editorial.models import PageAuthor
from research.models.insight import DatePrecision
from tests.factories import InsightFactory, PracticeFactory, small_site


def person(slug: str, family: str, given: str = "", particle: str = "") -> Person:
    """A person's record."""
    return Person.objects.create(slug=slug, family_name=family, given_name=given, particle=particle)


@pytest.fixture
def site(db):
    """A site with a list of every kind."""
    return small_site()


@pytest.fixture
def insight(site):
    """An insight about an article of two authors."""
    page = InsightFactory(
        parent=site.insights,
        title="Feedback werkt",
        slug="feedback",
        reference_title="The power of feedback",
        published_in="Review of Educational Research",
        volume="77",
        issue="1",
        pages="81–112",
        publication_date=dt.date(2007, 3, 1),
        date_precision=DatePrecision.YEAR,
        doi="10.3102/003465430298487",
    )
    for one in (person("hattie", "Hattie", "John"), person("timperley", "Timperley", "Helen")):
        PageAuthor.objects.create(page=page, person=one)
    return page


@pytest.fixture
def practice(site):
    """A practice example by somebody with a particle in her name."""
    page = PracticeFactory(
        parent=site.practices,
        title="Samen lezen & schrijven",
        slug="samen-lezen",
        substantially_changed_on=dt.date(2022, 5, 4),
    )
    PageAuthor.objects.create(page=page, person=person("berg", "Berg", "Saar", "van den"))
    return page
