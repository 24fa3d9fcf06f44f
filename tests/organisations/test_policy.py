"""Who may do what with organisations: every action × every role."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.standing import suspend
from organisations import membership, policy
from organisations.models import (
    AllianceApplication,
    ConfirmedBy,
    MembershipRequest,
    OrganisationInvitation,
    OrganisationMailDomain,
    OrganisationMembership,
)
from tests.factories import SchoolFactory, UserFactory
from tests.organisations.people import administrator_of, editor

pytestmark = pytest.mark.django_db

ROLES = (
    "visitor",
    "stranger",
    "former",
    "member",
    "other administrator",
    "administrator",
    "suspended",
    "researcher",
    "editor",
    "chief editor",
)
EVERYONE = frozenset(ROLES)
ACCOUNTS = EVERYONE - {"visitor", "suspended"}
EDITORS = frozenset({"editor", "chief editor"})
MANAGERS = EDITORS | {"administrator"}
TABLE = {
    "organisation.see": EVERYONE,
    "organisation.manage": MANAGERS,
    "membership.request": ACCOUNTS,
    "membership.end": MANAGERS | {"member"},
    "membership.keep": MANAGERS,
    "membership.set_role": MANAGERS,
    "request.decide": MANAGERS,
    "invitation.send": MANAGERS,
    "invitation.withdraw": MANAGERS,
    "invitation.accept": ACCOUNTS,
    "domain.add": MANAGERS,
    "domain.remove": MANAGERS,
    "application.submit": EVERYONE - {"suspended"},
    "application.decide": EDITORS,
    "register.import": EDITORS,
    "register.merge": frozenset({"chief editor"}),
}


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def people(school):
    """Somebody in every role. The suspended one is an administrator of the school."""
    member, former = UserFactory(), UserFactory()
    membership.begin(member, school, ConfirmedBy.INVITATION)
    membership.end(membership.begin(former, school, ConfirmedBy.INVITATION))
    suspended = administrator_of(school)
    suspend(suspended, reason="Spam", by=None)
    return {
        "visitor": AnonymousUser(),
        "stranger": UserFactory(),
        "former": former,
        "member": member,
        "other administrator": administrator_of(SchoolFactory()),
        "administrator": administrator_of(school),
        "suspended": suspended,
        "researcher": editor("Onderzoeker"),
        "editor": editor("Redacteur"),
        "chief editor": editor("Eindredacteur"),
    }


@pytest.fixture
def objects(school, people):
    """What each kind of action is about; the membership is that of the member."""
    return {
        "organisation": school,
        "membership": OrganisationMembership.objects.get(user=people["member"]),
        "request": MembershipRequest(organisation=school, user=people["stranger"]),
        "invitation": OrganisationInvitation(organisation=school),
        "domain": OrganisationMailDomain(organisation=school, domain="deuil.nl"),
        "application": AllianceApplication(),
        "register": school,
    }


def test_every_action_has_a_row():
    assert set(TABLE) == set(policy.RULES)


@pytest.mark.parametrize("action", TABLE)
def test_an_action_is_for_whom_the_table_says(action, people, objects, school):
    about_an_organisation = action in {"membership.request", "invitation.send", "domain.add"}
    obj = school if about_an_organisation else objects[action.split(".")[0]]

    allowed = {role for role, user in people.items() if policy.may(user, action, obj)}

    assert allowed == TABLE[action]


def test_an_action_that_nobody_knows_is_a_mistake(people):
    with pytest.raises(KeyError):
        policy.may(people["editor"], "organisation.sell")
