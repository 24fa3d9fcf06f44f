"""An intervention with figures and research, people, and what they fill in."""

import datetime as dt

import pytest
from django.core.cache import cache

from editorial.models import PageRelation
from organisations import membership
from organisations.models import ConfirmedBy, Organisation, OrganisationKind
from organisations.tokens import new_token
from practices.justifying import justifications, programmes
from practices.models import Edition, InterventionFigure
from tests.factories import InsightFactory, InterventionFactory, MunicipalityFactory, SchoolFactory, small_site
from tests.organisations.people import named

WRITTEN = {
    "title": "Feedback in groep 7",
    "pupils": "Groep 7, 24 leerlingen.",
    "problem": "Ze weten niet wat ze kunnen verbeteren.",
    "considered": "Meer toetsen.",
    "reason": "Veel effect voor weinig geld.",
    "goal": "Iedere leerling kan zeggen wat de volgende stap is.",
    "measured_how": "Gesprekjes met zes leerlingen.",
    "measured_when": "januari en juni",
    "starts_on": dt.date(2021, 9, 1),
    "ends_on": dt.date(2022, 7, 1),
    "costs": "Twee studiemiddagen.",
    "amount": 1500,
}


def edition(year, source="Menukaart Nationaal Programma Onderwijs"):
    """An edition of a source; of the menukaart unless another source is named."""
    return Edition.objects.get_or_create(
        code=f"{'npo' if 'Menukaart' in source else 'eef'}-{year}",
        defaults={
            "source": source,
            "name": str(year),
            "as_of": dt.date(year, 12, 31),
            "url": "https://example.nl/menukaart",
            "attribution": f"{source}, editie {year}",
            "is_menukaart": "Menukaart" in source,
        },
    )[0]


def give_figures(page, year, months, strength=3, cost=2, **more):
    """What an edition says of this page."""
    InterventionFigure.objects.create(
        page=page, edition=edition(year, **more), months=months, strength=strength, cost=cost
    )


@pytest.fixture(autouse=True)
def nothing_counted():
    """How much a network began is counted in the cache, also across tests."""
    cache.clear()


@pytest.fixture
def site(db):
    return small_site()


@pytest.fixture
def intervention(site):
    """Feedback, with two editions of the menukaart."""
    page = InterventionFactory(parent=site.interventions, title="Feedback", slug="feedback")
    give_figures(page, 2020, 6)
    give_figures(page, 2021, 8)
    return page


@pytest.fixture
def research(site, intervention):
    """An insight that supports it, and one that is not public."""
    known = {"reference_title": "The power of feedback", "doi": "10.3102/003465430298487"}
    insight = InsightFactory(parent=site.insights, title="Feedback helpt", **known)
    hidden = InsightFactory(parent=site.insights, title="Nog geheim", reference_title="Still secret", live=False)
    for one in (insight, hidden):
        PageRelation.objects.create(source=one, target=intervention, kind="supports")
    return insight


@pytest.fixture
def teacher(db):
    return named("Saar van den Berg")


@pytest.fixture
def kept(intervention, teacher):
    """A finished verantwoording of the teacher."""
    return justifications.begin(new_token(), teacher, intervention, WRITTEN)[0]


@pytest.fixture
def token():
    return new_token()


@pytest.fixture
def linked(intervention, token):
    """The same of a visitor, with a private link."""
    return justifications.begin(token, None, intervention, WRITTEN)[0]


@pytest.fixture
def school(db):
    """A school with a board, in a municipality that is a party too."""
    board = Organisation.objects.create(name="Stichting De Brug", slug="de-brug", kind=OrganisationKind.BOARD)
    place = MunicipalityFactory(name="Voorbeeldstad", slug="voorbeeldstad")
    Organisation.objects.create(
        name="Gemeente Voorbeeldstad", slug="gemeente-voorbeeldstad", kind="municipality", municipality=place
    )
    return SchoolFactory(name="De Wegwijzer", slug="de-wegwijzer", board=board, municipality=place)


def works_at(user, organisation, role="member"):
    """``user``, who belongs to this organisation from today."""
    membership.begin(user, organisation, ConfirmedBy.INVITATION, role=role)
    return user


@pytest.fixture
def colleague(school):
    return works_at(named("Daan de Boer"), school)


@pytest.fixture
def leader(school):
    """The school's administrator."""
    return works_at(named("Els Maas"), school, "administrator")


@pytest.fixture
def programme(school, leader, teacher):
    """A plan of the school, where the teacher works too."""
    works_at(teacher, school)
    return programmes.begin(new_token(), leader, school, {"title": "Plan 2021-2022", "available": 2000})


@pytest.fixture
def item(programme, kept, teacher):
    return programmes.add(programme, kept, teacher)
