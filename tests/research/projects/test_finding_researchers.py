"""A researcher is found in the list by name or institute, however one types it."""

import pytest
from django.core.cache import cache

from research.projects.finding_researchers import LONGEST_QUERY
from tests.factories import PersonFactory, SchoolFactory
from tests.factories.projects import work_on

ADDRESS = "/onderzoekers/"


@pytest.fixture
def people(line):
    university = SchoolFactory(name="Universiteit van Coördinatie", kind="knowledge")
    for given, particle, family, organisation in (
        ("Tirza", "van der", "Berg", None),
        ("Zoë", "", "Güneş-Jansen", None),
        ("Ahmed", "", "El Amrani", university),
        ("Ben", "", "Bergsma", None),
    ):
        work_on(
            line,
            PersonFactory(given_name=given, particle=particle, family_name=family, organisation=organisation),
        )


def names(client, query, **more):
    answer = client.get(ADDRESS, {"q": query, **more})
    assert answer.status_code == 200
    return [person.given_name for _letter, people in answer.context["letters"] for person in people]


@pytest.mark.parametrize(
    "query",
    ["van der Berg", "Berg, van der", "v.d. Berg", "vd berg", "vanderberg", "Tirza Berg", "TIRZA", "tirza van der b"],
)
def test_a_particle_may_stand_anywhere_or_be_left_out(client, people, query):
    assert names(client, query) == ["Tirza"]


@pytest.mark.parametrize("query", ["gunes", "Güneş", "GUNES JANSEN", "zoe", "jansen"])
def test_capitals_and_accents_do_not_matter(client, people, query):
    assert names(client, query) == ["Zoë"]


@pytest.mark.parametrize("query", ["coordinatie", "Universiteit van Coördinatie", "ahmed universiteit"])
def test_an_institute_finds_who_works_there(client, people, query):
    assert names(client, query) == ["Ahmed"]


def test_the_beginning_of_a_name_is_enough_and_the_list_keeps_its_order(client, people):
    assert names(client, "berg") == ["Tirza", "Ben"]


def test_every_word_counts(client, people):
    assert names(client, "berg ahmed") == []


def test_it_says_how_many_for_what_and_how_to_see_all(client, people):
    shown = client.get(ADDRESS, {"q": "berg"}).content.decode()

    assert "2 onderzoekers voor “berg”" in shown
    assert f'href="{ADDRESS}"' in shown
    assert 'value="berg"' in shown


def test_nobody_found_says_what_to_try(client, people):
    shown = client.get(ADDRESS, {"q": "xyz"}).content.decode()

    assert "0 onderzoekers voor “xyz”" in shown
    assert "Probeer een deel van de naam" in shown


def test_the_field_has_a_name_and_works_without_scripts(client, people):
    shown = client.get(ADDRESS).content.decode()

    assert '<label for="person-q">Naam of instelling</label>' in shown
    assert f'<form class="people-search" role="search" action="{ADDRESS}"' in shown


def test_no_engine_keeps_a_search_and_the_list_itself_may_be_found(client, people):
    assert 'content="noindex, follow"' in client.get(ADDRESS, {"q": "berg"}).content.decode()
    assert "noindex" not in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("query", ["x" * 5000, "a " * 3000, "<script>alert(1)</script>", "%", "'; --", "🙂", " "])
def test_whatever_is_typed_is_answered(client, people, query):
    shown = client.get(ADDRESS, {"q": query})

    assert shown.status_code == 200
    assert b"<script>alert(1)" not in shown.content
    assert len(shown.context["query"]) <= LONGEST_QUERY


def test_more_pages_of_what_is_found_keep_the_search(client, line):
    for number in range(61):
        work_on(line, PersonFactory(given_name=f"Naam {number:02}", family_name="Berg & Dal"))

    shown = client.get(ADDRESS, {"q": "berg & dal"})

    assert "q=berg+%26+dal&amp;pagina=2" in shown.content.decode()
    assert len(names(client, "berg & dal", pagina=2)) == 1
    assert client.get(ADDRESS, {"q": "berg", "pagina": 3}).status_code == 404


def test_a_name_that_changed_is_found_at_once(client, line, django_capture_on_commit_callbacks):
    person = PersonFactory(given_name="Jo", family_name="Oud")
    work_on(line, person)
    assert names(client, "oud") == ["Jo"]

    with django_capture_on_commit_callbacks(execute=True):
        person.family_name = "Nieuw"
        person.save()

    assert names(client, "nieuw") == ["Jo"]


def test_a_search_asks_as_much_for_many_as_for_few(client, people, settings, django_assert_max_num_queries):
    settings.PAGE_CACHE_SECONDS = 0
    cache.clear()
    names(client, "berg")

    with django_assert_max_num_queries(4):
        names(client, "berg")
