"""How many SQL queries a page may ask, with the page cache cold and the small memories warm."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from editorial.models import PageAuthor, PageRelation, RelationKind
from practices.models import Edition, InterventionFigure
from research.questions.models import AnswerIndexPage
from search.query.parse import parse
from tests.factories import (
    AnswerFactory,
    AudienceFactory,
    InsightFactory,
    InterventionFactory,
    LevelFactory,
    MeetingFactory,
    NewsFactory,
    PersonFactory,
    PlainPageFactory,
    PolicyFactory,
    PracticeFactory,
    StepPlanFactory,
    SubjectFactory,
    ThemeFactory,
    ThemePageFactory,
    small_site,
)
from tests.factories.pages import blocks

pytestmark = pytest.mark.django_db

DETAIL, LISTING, SEARCH = 10, 12, 4
DETAILS = (
    "onderzoek/inzicht",
    "praktijk/voorbeeld",
    "menukaart/interventie",
    "stappenplannen/plan",
    "beleid/stuk",
    "kennisvragen/antwoord",
    "nieuws/bericht",
    "agenda/bijeenkomst",
    "themas/lezen",
    "over-ons",
)
LISTINGS = (
    "onderzoek",
    "kennisvragen",
    "praktijk",
    "menukaart",
    "stappenplannen",
    "beleid",
    "nieuws",
    "agenda",
    "themas",
)


@pytest.fixture
def site(index_now):
    """Every kind of page, with everything that costs a query: terms, authors, relations, figures, contact."""
    site = small_site()
    theme = ThemeFactory(slug="lezen", name="Lezen")
    terms = {
        "themes": [theme, ThemeFactory()],
        "levels": [LevelFactory(code="groep-5"), LevelFactory(code="groep-6")],
        "subjects": [SubjectFactory()],
        "audiences": [AudienceFactory()],
    }
    contact = PersonFactory()
    common = {**terms, "contact": contact}
    insight = InsightFactory(parent=site.insights, slug="inzicht", **common)
    practice = PracticeFactory(parent=site.practices, slug="voorbeeld", **common)
    intervention = InterventionFactory(parent=site.interventions, slug="interventie", **common)
    StepPlanFactory(parent=site.step_plans, slug="plan", **common)
    PolicyFactory(parent=site.policies, slug="stuk", **common)
    NewsFactory(parent=site.news, slug="bericht", **common)
    answers = site.home.add_child(instance=AnswerIndexPage(title="Kennisvragen", slug="kennisvragen"))
    AnswerFactory(parent=answers, slug="antwoord", **common)
    MeetingFactory(parent=site.meetings, slug="bijeenkomst", **common)
    PlainPageFactory(parent=site.home, slug="over-ons", **common)
    news = NewsFactory(parent=site.news, slug="gekozen", **common)
    picks = blocks(*(("page", page.pk) for page in (insight, practice, intervention, news)))
    ThemePageFactory(parent=site.themes, slug="lezen", theme=theme, picks=picks, **common)
    site.home.picks = picks
    site.home.save_revision().publish()
    for person in Person.objects.all():
        PageAuthor.objects.create(page=insight, person=person)
    for target in (practice, intervention):
        PageRelation.objects.create(source=insight, target=target, kind=RelationKind.SUPPORTS)
    for year in (2021, 2022):
        edition = Edition.objects.create(
            code=f"editie-{year}", source="Bron", name=str(year), as_of=f"{year}-01-01", is_menukaart=True
        )
        InterventionFigure.objects.create(page=intervention, edition=edition, months=5, strength=4, cost=1)
    index_now()
    return site


@pytest.fixture
def queries_of(client, settings):
    """The queries of an address, once site, menu and vocabulary are in memory and the page is not cached."""
    settings.PAGE_CACHE_SECONDS = 0

    def ask(address: str) -> list[str]:
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(address).status_code == 200
        return [query["sql"] for query in asked.captured_queries]

    return ask


def test_every_detail_page_stays_within_the_budget(site, queries_of):
    for path in DETAILS:
        asked = queries_of(f"/{path}/")

        assert len(asked) <= DETAIL, "\n".join([path, *asked])


def test_every_listing_stays_within_the_budget(site, queries_of):
    for path in LISTINGS:
        asked = queries_of(f"/{path}/")

        assert len(asked) <= LISTING, "\n".join([path, *asked])


def test_the_front_page_stays_within_the_budget_of_a_listing(site, queries_of):
    asked = queries_of("/")

    assert len(asked) <= LISTING, "\n".join(asked)


def test_a_listing_asks_no_more_for_more_cards(site, queries_of, index_now):
    few = len(queries_of("/praktijk/"))
    for _ in range(15):
        PracticeFactory(parent=site.practices)
    index_now()

    assert len(queries_of("/praktijk/")) == few


@pytest.mark.parametrize(
    "address", ["/zoeken/?q=inzicht", "/zoeken/?thema=lezen&niveau=groep-5", "/api/zoeken/?q=lezen"]
)
def test_a_search_asks_at_most_four(site, queries_of, address):
    asked = queries_of(address)

    assert len(asked) <= SEARCH, "\n".join(asked)


def test_a_search_is_one_round_trip_to_the_engine(site, client, monkeypatch):
    from search.engines import current_engine

    engine = current_engine()
    asked = []
    search = engine.search
    monkeypatch.setattr(engine, "search", lambda plan: asked.append(plan) or search(plan))

    client.get("/zoeken/?q=inzicht")

    assert [plan.request for plan in asked] == [parse({"q": ["inzicht"]})]


@pytest.mark.parametrize("address", ["/", "/praktijk/", "/onderzoek/inzicht/"])
def test_a_page_from_the_cache_asks_nothing(site, client, settings, django_assert_num_queries, address):
    settings.PAGE_CACHE_SECONDS = 600
    cache.clear()
    client.get(address)

    with django_assert_num_queries(0):
        assert client.get(address).status_code == 200
