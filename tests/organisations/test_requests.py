"""Asking to be a member, and the answer."""

import pytest

from organisations import membership, membership_requests
from organisations.membership import is_member
from organisations.models import ConfirmedBy, MembershipRequest, OrganisationMembership, RequestState
from tests.factories import SchoolFactory
from tests.organisations.mailbox import mails_to
from tests.organisations.people import administrator_of, editor, named, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return SchoolFactory(name="De Uil", slug="de-uil")


@pytest.fixture
def boss(school):
    return administrator_of(school)


@pytest.fixture
def kim():
    return named("Kim de Wit")


def ask(user, school, message="Ik geef les in groep 5."):
    return signed_in(user).post(f"/organisaties/{school.slug}/lid-worden/", {"message": message})


def decide(user, request, decision):
    address = f"/organisaties/{request.organisation.slug}/beheer/verzoeken/{request.pk}/"
    return signed_in(user).post(address, {"decision": decision})


def test_the_administrator_hears_who_asks_and_why(school, boss, kim):
    ask(kim, school)

    mail = mails_to(boss.email)[0]
    assert mail.subject == "Werkt Kim de Wit bij De Uil?"
    assert "Ik geef les in groep 5." in mail.text
    assert not is_member(kim, school)


def test_asking_twice_is_asking_once(school, boss, kim):
    ask(kim, school)
    ask(kim, school)

    assert MembershipRequest.objects.count() == 1
    assert len(mails_to(boss.email)) == 1


def test_looking_at_the_page_asks_nothing(school, kim):
    assert signed_in(kim).get("/organisaties/de-uil/lid-worden/").status_code == 200
    assert not MembershipRequest.objects.exists()


def test_a_confirmed_request_makes_a_member(school, boss, kim):
    ask(kim, school)
    decide(boss, MembershipRequest.objects.get(), "confirm")

    own = OrganisationMembership.objects.get(user=kim)
    assert (own.confirmed_by, own.confirmer) == (ConfirmedBy.ADMINISTRATOR, boss)
    assert "bevestigd" in mails_to(kim.email)[0].text


def test_a_refused_request_makes_none(school, boss, kim):
    ask(kim, school)
    decide(boss, MembershipRequest.objects.get(), "refuse")

    assert not is_member(kim, school)
    assert MembershipRequest.objects.get().state == RequestState.REFUSED


def test_a_decision_is_made_once(school, boss, kim):
    ask(kim, school)
    request = MembershipRequest.objects.get()
    decide(boss, request, "refuse")
    decide(boss, request, "confirm")

    assert not is_member(kim, school)
    assert len(mails_to(kim.email)) == 1


def test_who_was_refused_may_ask_again(school, boss, kim):
    ask(kim, school)
    decide(boss, MembershipRequest.objects.get(), "refuse")
    ask(kim, school)

    assert MembershipRequest.objects.filter(state=RequestState.OPEN).count() == 1


def test_a_request_can_be_taken_back(school, boss, kim):
    ask(kim, school)
    signed_in(kim).post("/organisaties/de-uil/verzoek-intrekken/")

    assert MembershipRequest.objects.get().state == RequestState.WITHDRAWN


def test_without_an_administrator_an_editor_confirms(school, kim):
    ask(kim, school)
    decide(editor(), MembershipRequest.objects.get(), "confirm")

    assert is_member(kim, school)


def test_the_administrator_of_another_organisation_decides_nothing(school, kim):
    other = administrator_of(SchoolFactory(slug="andere"))
    ask(kim, school)
    request = MembershipRequest.objects.get()

    assert decide(other, request, "confirm").status_code == 403
    assert (
        signed_in(other)
        .post(f"/organisaties/andere/beheer/verzoeken/{request.pk}/", {"decision": "confirm"})
        .status_code
        == 404
    )
    assert not is_member(kim, school)


def test_who_becomes_a_member_otherwise_asks_no_more(school, boss, kim):
    ask(kim, school)
    membership.begin(kim, school, ConfirmedBy.INVITATION)

    assert MembershipRequest.objects.get().state == RequestState.CONFIRMED


def test_an_organisation_without_administrator_keeps_the_request(school, kim):
    assert membership_requests.join_or_ask(kim, school) is None
    assert MembershipRequest.objects.count() == 1
