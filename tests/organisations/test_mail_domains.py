"""A verified address at the domain of an organisation shows that somebody works there."""

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError

from organisations import mail_domains
from organisations.membership import is_member
from organisations.membership_requests import join_or_ask
from organisations.models import ConfirmedBy, MembershipRequest, OrganisationMembership
from tests.factories import SchoolFactory, UserFactory
from tests.organisations.people import verified

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    school = SchoolFactory()
    mail_domains.add(school, "deuil.nl", UserFactory())
    return school


@pytest.mark.parametrize(
    "typed",
    [
        "deuil.nl",
        " DeUil.NL ",
        "@deuil.nl",
        "kim@deuil.nl",
        "https://www.deuil.nl/contact",
        "www.deuil.nl",
        "deuil.nl.",
    ],
)
def test_a_domain_is_kept_in_one_way(typed):
    assert mail_domains.cleaned(typed) == "deuil.nl"


def test_a_domain_with_accents_is_kept_as_mail_has_it():
    assert mail_domains.cleaned("één.nl") == "xn--n-9faa.nl"


@pytest.mark.parametrize("typed", ["gmail.com", "Hotmail.nl", "kim@ziggo.nl", "kpnmail.nl", "mail.gmail.com", "co.uk"])
def test_where_anyone_gets_an_address_is_refused(typed):
    with pytest.raises(ValidationError) as refused:
        mail_domains.cleaned(typed)
    assert refused.value.code == "public"


@pytest.mark.parametrize("typed", ["", "nl", "de uil.nl", "-uil.nl", "*.nl", "10.0.0.1", "uil..nl", "x" * 64 + ".nl"])
def test_what_is_no_domain_is_refused(typed):
    with pytest.raises(ValidationError):
        mail_domains.cleaned(typed)


def test_a_verified_address_makes_a_member_at_once(school):
    user = verified(UserFactory(email="kim@deuil.nl"))
    join_or_ask(user, school)

    own = OrganisationMembership.objects.get(user=user)
    assert (own.confirmed_by, own.role) == (ConfirmedBy.DOMAIN, "member")


def test_an_address_that_nobody_verified_asks(school):
    user = UserFactory(email="kim@deuil.nl")
    EmailAddress.objects.create(user=user, email=user.email, verified=False)
    join_or_ask(user, school)

    assert not is_member(user, school)
    assert MembershipRequest.objects.filter(user=user).exists()


@pytest.mark.parametrize("address", ["kim@leerling.deuil.nl", "kim@nietdeuil.nl", "kim@deuil.nl.example.nl"])
def test_a_domain_that_only_looks_like_it_asks(school, address):
    user = verified(UserFactory(), address)
    join_or_ask(user, school)

    assert not is_member(user, school)


def test_a_second_verified_address_will_do(school):
    user = verified(UserFactory(email="kim@thuis.nl"), "kim@thuis.nl", "Kim@DeUil.nl")

    assert list(mail_domains.organisations_at_address_of(user)) == [school]


def test_schools_of_one_board_may_share_a_domain(school):
    other = SchoolFactory()
    mail_domains.add(other, "deuil.nl", UserFactory())
    user = verified(UserFactory(email="kim@deuil.nl"))

    assert set(mail_domains.organisations_at_address_of(user)) == {school, other}


def test_a_domain_added_twice_is_kept_once(school):
    mail_domains.add(school, "deuil.nl", UserFactory())

    assert school.mail_domains.count() == 1
