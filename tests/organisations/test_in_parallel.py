"""The same thing at the same moment, from several connections."""

import pytest

from organisations import invitations, membership
from organisations.importing.applying import apply
from organisations.joining import approve
from organisations.membership_requests import join_or_ask
from organisations.merging import merge_organisations
from organisations.models import (
    AllianceApplication,
    ConfirmedBy,
    MembershipRequest,
    Organisation,
    OrganisationMembership,
)
from tests.factories import SchoolFactory, UserFactory
from tests.organisations.mailbox import invited
from tests.organisations.people import verified
from tests.organisations.race import at_once

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def schools():
    return [SchoolFactory(name=f"School {letter}", slug=f"school-{letter}") for letter in "abc"]


def test_an_invitation_is_accepted_once(schools):
    user = verified(UserFactory(email="kim@deuil.nl"))
    token = invited(schools[0], "kim@deuil.nl")

    outcomes = at_once(*[lambda: invitations.accept(token, user).name] * 4)

    assert outcomes == ["InvitationRefusedError"] * 3 + ["School a"]
    assert OrganisationMembership.objects.count() == 1


def test_a_request_sent_twice_is_asked_once(schools):
    user = UserFactory()

    assert at_once(*[lambda: join_or_ask(user, schools[0])] * 3) == ["None"] * 3
    assert MembershipRequest.objects.count() == 1


def test_one_organisation_keeps_an_administrator_when_both_leave(schools):
    rows = [membership.begin(UserFactory(), schools[0], ConfirmedBy.INVITATION, role="administrator") for _ in range(2)]
    membership.begin(UserFactory(), schools[0], ConfirmedBy.INVITATION)

    outcomes = at_once(*[lambda row=row: membership.end(row) for row in rows])

    assert outcomes == ["MembershipRefusedError", "None"]


def test_two_organisations_merged_into_each_other_leave_one(schools):
    a, b, _ = schools
    outcomes = at_once(lambda: merge_organisations(a.pk, b.pk), lambda: merge_organisations(b.pk, a.pk))

    assert "MergeRefusedError" in outcomes
    assert Organisation.objects.filter(pk__in=[a.pk, b.pk]).count() == 1


def test_two_merges_into_one_lose_no_member(schools):
    a, b, c = schools
    user = UserFactory()
    for school in schools:
        membership.begin(user, school, ConfirmedBy.INVITATION)
    at_once(lambda: merge_organisations(a.pk, c.pk), lambda: merge_organisations(b.pk, c.pk))

    assert list(OrganisationMembership.objects.values_list("organisation", "user")) == [(c.pk, user.pk)]


def test_an_application_is_approved_once():
    application = AllianceApplication.objects.create(
        name="De Uil", kind="school", contact_name="Kim", email="kim@deuil.nl", motivation="Graag.", form_token="x"
    )
    editor = UserFactory()

    outcomes = at_once(*[lambda: approve(application, editor).name] * 3)

    assert outcomes == ["ApplicationDecidedError"] * 2 + ["De Uil"]
    assert Organisation.objects.filter(name="De Uil").count() == 1


def test_one_file_imported_twice_adds_its_organisations_once():
    content = b"soort;naam;code\nschool;De Uil;12AB\nschool;De Mol;34CD\n"

    at_once(*[lambda: len(apply(content).new)] * 2)

    assert Organisation.objects.count() == 2


def test_two_new_organisations_of_one_name_approved_at_once_both_come_about():
    editors = [UserFactory(), UserFactory()]
    asked = [
        AllianceApplication.objects.create(
            name="De Zwaan",
            kind="school",
            contact_name="Kim",
            email=f"kim{number}@zwaan.nl",
            form_token=f"{number}" * 32,
        )
        for number in range(2)
    ]

    at_once(*[lambda each=each: approve(*each) for each in zip(asked, editors, strict=True)])

    assert sorted(Organisation.objects.filter(name="De Zwaan").values_list("slug", flat=True)) == [
        "de-zwaan",
        "de-zwaan-2",
    ]
