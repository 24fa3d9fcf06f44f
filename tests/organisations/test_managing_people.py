"""Administrators manage their own people, without the admin."""

import pytest
from django.test import Client

from organisations import membership
from organisations.membership import is_administrator, is_member
from organisations.models import ConfirmedBy, MembershipRequest, OrganisationInvitation, OrganisationMembership
from tests.factories import SchoolFactory, UserFactory
from tests.organisations.mailbox import mails_to
from tests.organisations.people import administrator_of, editor, named, signed_in

pytestmark = pytest.mark.django_db
PAGES = ("", "uitnodigingen/", "verzoeken/", "maildomeinen/")


@pytest.fixture
def school():
    return SchoolFactory(name="De Uil", slug="de-uil")


@pytest.fixture
def boss(school):
    return signed_in(administrator_of(school))


@pytest.fixture
def kim(school):
    return membership.begin(named("Kim de Wit"), school, ConfirmedBy.INVITATION)


def address(rest="", slug="de-uil"):
    return f"/organisaties/{slug}/beheer/{rest}"


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_for_administrators_and_editors(school, boss, kim, page):
    other = administrator_of(SchoolFactory(slug="andere"))

    assert Client().get(address(page)).status_code == 302
    assert [signed_in(user).get(address(page)).status_code for user in (UserFactory(), kim.user, other)] == [403] * 3
    assert [client.get(address(page)).status_code for client in (boss, signed_in(editor()))] == [200, 200]


def test_administrators_do_not_enter_the_admin(boss):
    assert boss.get("/admin/").status_code in {302, 403}


def test_the_people_are_shown_by_name(boss, kim):
    assert "Kim de Wit" in words(boss.get(address()))


def test_somebody_is_made_administrator_and_no_longer(school, boss, kim):
    boss.post(address(f"leden/{kim.pk}/rol/"), {"role": "administrator"})
    assert is_administrator(kim.user, school)

    boss.post(address(f"leden/{kim.pk}/rol/"), {"role": "member"})
    assert not is_administrator(kim.user, school)


def test_a_role_that_does_not_exist_changes_nothing(school, boss, kim):
    boss.post(address(f"leden/{kim.pk}/rol/"), {"role": "owner"})

    kim.refresh_from_db()
    assert kim.role == "member"


def test_a_membership_is_ended_after_a_question(school, boss, kim):
    assert "Kim de Wit" in words(boss.get(address(f"leden/{kim.pk}/beeindigen/")))
    assert is_member(kim.user, school)

    boss.post(address(f"leden/{kim.pk}/beeindigen/"), {"ends_on": ""})
    assert not is_member(kim.user, school)
    assert "Kim de Wit" in words(boss.get(address("?voormalig=ja")))


def test_a_membership_does_not_end_in_the_past(school, boss, kim):
    answer = boss.post(address(f"leden/{kim.pk}/beeindigen/"), {"ends_on": "2001-01-01"})

    assert answer.status_code == 422
    assert is_member(kim.user, school)


def test_the_only_administrator_is_not_ended(school, boss, kim):
    own = OrganisationMembership.objects.administrators().get()
    answer = boss.post(address(f"leden/{own.pk}/beeindigen/"), {"ends_on": ""})

    assert "enige beheerder" in words(answer)
    assert is_administrator(own.user, school)


def test_the_people_of_another_organisation_are_out_of_reach(boss):
    other = membership.begin(UserFactory(), SchoolFactory(slug="andere"), ConfirmedBy.INVITATION)

    assert boss.post(address(f"leden/{other.pk}/beeindigen/"), {"ends_on": ""}).status_code == 404
    assert boss.post(address(f"leden/{other.pk}/beeindigen/", "andere"), {"ends_on": ""}).status_code == 403
    other.refresh_from_db()
    assert other.ends_on is None


def test_an_invitation_is_sent_and_withdrawn(boss):
    boss.post(address("uitnodigingen/"), {"email": "Robin@deuil.nl", "role": "member"})
    invitation = OrganisationInvitation.objects.get()
    assert len(mails_to("robin@deuil.nl")) == 1
    assert "robin@deuil.nl" in words(boss.get(address("uitnodigingen/")))

    boss.post(address(f"uitnodigingen/{invitation.pk}/intrekken/"))
    assert not OrganisationInvitation.objects.open().exists()


def test_a_mistake_in_an_invitation_keeps_what_was_typed(boss):
    answer = boss.post(address("uitnodigingen/"), {"email": "robin", "role": "administrator"})

    assert answer.status_code == 422
    assert 'value="robin"' in words(answer)
    assert not OrganisationInvitation.objects.exists()


def test_a_domain_is_added_and_removed(school, boss):
    boss.post(address("maildomeinen/"), {"domain": "@DeUil.nl"})
    domain = school.mail_domains.get()
    assert domain.domain == "deuil.nl"

    boss.post(address(f"maildomeinen/{domain.pk}/weg/"))
    assert not school.mail_domains.exists()


def test_a_domain_of_everyone_is_refused_with_the_reason(school, boss):
    answer = boss.post(address("maildomeinen/"), {"domain": "gmail.com"})

    assert (answer.status_code, school.mail_domains.count()) == (422, 0)
    assert "kan iedereen een adres krijgen" in words(answer)


def test_who_asks_is_shown_with_the_address_that_tells_who_it_is(school, boss):
    asker = named("Sam Vraagt", email="sam@deuil.nl")
    MembershipRequest.objects.create(organisation=school, user=asker, message="<b>Hoi</b>")
    page = words(boss.get(address("verzoeken/")))

    assert "Sam Vraagt" in page
    assert "sam@deuil.nl" in page
    assert "&lt;b&gt;Hoi&lt;/b&gt;" in page


@pytest.mark.parametrize("rest", ["leden/1/rol/", "uitnodigingen/1/intrekken/", "verzoeken/1/", "maildomeinen/1/weg/"])
def test_looking_at_an_address_that_changes_something_changes_nothing(boss, rest):
    assert boss.get(address(rest)).status_code == 405


def test_the_pages_take_few_queries_whatever_the_number(school, boss, django_assert_max_num_queries):
    for number in range(30):
        membership.begin(named(f"Lid {number}"), school, ConfirmedBy.INVITATION)
        MembershipRequest.objects.create(organisation=school, user=named(f"Vraagt {number}"))
    for page in PAGES:
        boss.get(address(page))
        with django_assert_max_num_queries(20):
            boss.get(address(page))


class TestOwnOrganisations:
    def test_they_are_shown_and_can_be_left(self, school, kim):
        client = signed_in(kim.user)
        assert "De Uil" in words(client.get("/account/organisaties/"))

        client.post("/organisaties/de-uil/verlaten/")
        assert not is_member(kim.user, school)

    def test_only_ones_own_membership_is_left(self, school, kim):
        assert signed_in(UserFactory()).post("/organisaties/de-uil/verlaten/").status_code == 404
        assert is_member(kim.user, school)

    def test_a_visitor_is_asked_to_sign_in(self):
        assert Client().get("/account/organisaties/").status_code == 302
