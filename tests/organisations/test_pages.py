"""The list of organisations and the page of one, for everyone."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.profiles import profile_url
from caching import generation
from organisations import membership
from organisations.models import ConfirmedBy, OrganisationKind, OrganisationMembership
from tests.factories import MunicipalityFactory, PracticeFactory, SchoolFactory, small_site
from tests.organisations.people import named, signed_in

pytestmark = pytest.mark.django_db
#: Whatever it shows: every room that shares something adds one, and whoever is signed in a few.
MOST_QUERIES = 14


@pytest.fixture(autouse=True)
def no_page_of_an_earlier_test():
    """Pages are kept until something is committed, and tests commit nothing."""
    generation.renew()


@pytest.fixture
def school():
    board = SchoolFactory(name="Zevenveer", slug="zevenveer", kind=OrganisationKind.BOARD)
    return SchoolFactory(name="De Uil", slug="de-uil", code="12AB", board=board, website="https://deuil.nl")


def seen(client, path="/organisaties/de-uil/"):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def member(school, name, **visibility):
    user = named(name)
    for part, chosen in visibility.items():
        setattr(user.profile, f"{part}_visibility", chosen)
    user.profile.save()
    membership.begin(user, school, ConfirmedBy.INVITATION)
    return user


def names(page):
    import re

    return re.findall(r'class="organisation__name"[^>]*>([^<]*)</a>', page)


class TestThePage:
    def test_it_says_what_the_organisation_is(self, school):
        page = seen(Client())

        for words in ("De Uil", "12AB", "Zevenveer", "Gelderland", "https://deuil.nl"):
            assert words in page

    def test_a_board_shows_its_schools(self, school):
        assert "De Uil" in seen(Client(), "/organisaties/zevenveer/")

    def test_its_practices_are_shown_once_they_are_published(self, school):
        site = small_site()
        PracticeFactory(parent=site.practices, school=school, title="Samen lezen")
        PracticeFactory(parent=site.practices, school=school, title="Nog een concept", live=False)
        page = seen(Client())

        assert "Samen lezen" in page
        assert "Nog een concept" not in page

    def test_visitors_see_who_chose_to_be_seen_by_everyone(self, school):
        member(school, "Kim Open", organisation="everyone")
        member(school, "Robin Leden", organisation="members")
        member(school, "Sam Niemand", organisation="nobody")
        page = seen(Client())

        assert [name in page for name in ("Kim Open", "Robin Leden", "Sam Niemand")] == [True, False, False]

    def test_members_of_the_site_see_who_chose_to_be_seen_by_members(self, school):
        member(school, "Kim Open", organisation="everyone")
        member(school, "Robin Leden", organisation="members")
        member(school, "Sam Niemand", organisation="nobody")
        page = seen(signed_in(named("Lezer")))

        assert [name in page for name in ("Kim Open", "Robin Leden", "Sam Niemand")] == [True, True, False]

    def test_somebody_whose_name_is_hidden_is_not_there(self, school):
        member(school, "Kim Verborgen", organisation="everyone", display_name="nobody")

        assert "Kim Verborgen" not in seen(signed_in(named("Lezer")))

    def test_who_left_is_not_there(self, school):
        user = member(school, "Kim Weg", organisation="everyone")
        membership.end(OrganisationMembership.objects.get(user=user))

        assert "Kim Weg" not in seen(Client())

    def test_no_mail_address_is_on_it(self, school):
        user = member(school, "", organisation="everyone")

        assert user.email not in seen(signed_in(named("Lezer")))

    def test_an_organisation_that_is_not_there_is_not_found(self):
        assert Client().get("/organisaties/nergens/").status_code == 404

    def test_it_takes_few_queries_whatever_it_shows(self, school, settings):
        settings.PAGE_CACHE_SECONDS = 0
        site = small_site()
        for number in range(20):
            member(school, f"Lid {number}", organisation="everyone")
            PracticeFactory(parent=site.practices, school=school)
        for client in (Client(), signed_in(named("Lezer"))):
            seen(client)
            with CaptureQueriesContext(connection) as asked:
                seen(client)

            assert len(asked) <= MOST_QUERIES, "\n".join(query["sql"] for query in asked.captured_queries)

    def test_visitors_get_it_from_the_cache(self, school, settings, django_assert_num_queries):
        settings.PAGE_CACHE_SECONDS = 600
        cache.clear()
        seen(Client())

        with django_assert_num_queries(0):
            seen(Client())


class TestTheList:
    def test_it_is_searched_by_name_kind_municipality_and_membership(self, school):
        almere = MunicipalityFactory(name="Almere", slug="almere")
        SchoolFactory(name="De Steenuil", municipality=almere, alliance_since=timezone.localdate())
        SchoolFactory(name="Uilenkamp", kind=OrganisationKind.CHILDCARE, municipality=almere)

        def found(query):
            return names(seen(Client(), f"/organisaties/{query}"))

        assert found("") == ["De Steenuil", "De Uil", "Uilenkamp", "Zevenveer"]
        assert found("?q=de+UIL") == ["De Steenuil", "De Uil"]
        assert found("?q=uil&soort=childcare") == ["Uilenkamp"]
        assert found("?gemeente=almere") == ["De Steenuil", "Uilenkamp"]
        assert found("?gemeente=almere&soort=school&lid=ja") == ["De Steenuil"]
        assert found("?q=pinguin") == []

    @pytest.mark.parametrize("query", ["?soort=x", "?pagina=99999999", "?pagina=nul", "?q=" + "a+" * 400])
    def test_an_address_that_makes_no_sense_still_answers(self, school, query):
        assert seen(Client(), f"/organisaties/{query}")

    def test_pages_keep_what_was_asked(self):
        for number in range(30):
            SchoolFactory(name=f"School {number:02}")
        page = seen(Client(), "/organisaties/?q=school")

        assert len(names(page)) == 24
        assert "/organisaties/?q=school&amp;pagina=2" in page
        assert len(names(seen(Client(), "/organisaties/?q=school&pagina=2"))) == 6

    def test_it_takes_few_queries_whatever_the_number(self, settings):
        settings.PAGE_CACHE_SECONDS = 0
        board = SchoolFactory(kind=OrganisationKind.BOARD)
        counts = []
        for _ in range(2):
            for _ in range(12):
                SchoolFactory(board=board)
            seen(Client(), "/organisaties/")
            with CaptureQueriesContext(connection) as asked:
                seen(Client(), "/organisaties/")
            counts.append(len(asked))

        assert counts[0] == counts[1] <= MOST_QUERIES


class TestTheProfile:
    def test_it_shows_where_somebody_works_to_whom_they_chose(self, school):
        everyone = member(school, "Kim Open", organisation="everyone")
        members = member(school, "Robin Leden", organisation="members")

        def shown_to(client, user):
            return "Werkt bij" in seen(client, profile_url(user))

        assert [shown_to(Client(), user) for user in (everyone, members)] == [True, False]
        assert [shown_to(signed_in(named("Lezer")), user) for user in (everyone, members)] == [True, True]
