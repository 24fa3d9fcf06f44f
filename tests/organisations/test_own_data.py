"""What this room keeps of a person: given back, erased, and not kept for ever."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from accounts import own_data as everyones_data
from organisations import membership, own_data, retention
from organisations.models import (
    AllianceApplication,
    ApplicationState,
    ConfirmedBy,
    MembershipRequest,
    OrganisationInvitation,
    RegisterImport,
    RequestState,
)
from tests.factories import SchoolFactory, UserFactory
from tests.organisations.people import verified

pytestmark = pytest.mark.django_db
ADDRESS = "kim.uniek@deuil.nl"


def application(**fields):
    values = {"name": "De Uil", "kind": "school", "contact_name": "Kim Uniek", "email": ADDRESS, "form_token": "x"}
    return AllianceApplication.objects.create(motivation="Kim Uniek wil", **{**values, **fields})


@pytest.fixture
def kim():
    """Somebody of whom there is something everywhere."""
    user = verified(UserFactory(email=ADDRESS))
    school = SchoolFactory(name="De Uil")
    membership.begin(user, school, ConfirmedBy.INVITATION)
    MembershipRequest.objects.create(organisation=SchoolFactory(), user=user, message="Kim Uniek hier")
    school.invitations.create(email=ADDRESS, token_hash="x", expires_at=timezone.now())
    application(state=ApplicationState.APPROVED, decided_at=timezone.now())
    RegisterImport.objects.create(file_name="kim-uniek.csv", content=b"Kim Uniek", made_by=user)
    return user


def kept_text():
    """Everything in the tables of this room."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name.startswith("organisations_")]
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return str(rows)


def test_the_archive_holds_all_of_it(kim):
    files = {file.path: json.loads(file.as_bytes()) for file in own_data.export(kim)}

    assert files["memberships.json"][0]["organisation"] == "De Uil"
    assert files["requests.json"][0]["message"] == "Kim Uniek hier"
    assert files["invitations.json"][0]["email"] == ADDRESS
    assert files["applications.json"][0]["contact_name"] == "Kim Uniek"


def test_the_archive_holds_nothing_of_others(kim):
    other = UserFactory()

    assert all(json.loads(file.as_bytes()) == [] for file in own_data.export(other))


def test_nothing_is_left_of_who_leaves(kim):
    assert "Uniek" in kept_text()
    everyones_data.leave(kim)

    left = kept_text()
    assert "Uniek" not in left
    assert ADDRESS not in left


def test_the_decision_about_an_organisation_stays(kim):
    everyones_data.leave(kim)

    assert AllianceApplication.objects.get().state == ApplicationState.APPROVED


def test_what_is_old_goes_and_what_is_not_stays():
    now = timezone.now()
    long_ago = now - timedelta(days=400)
    school, user = SchoolFactory(), UserFactory()
    for number, moment in enumerate((long_ago, now)):
        school.invitations.create(email=ADDRESS, token_hash=str(number), expires_at=moment)
        MembershipRequest.objects.create(organisation=school, user=user, state=RequestState.REFUSED, decided_at=moment)
        application(form_token=str(number), state=ApplicationState.REFUSED, decided_at=moment)
        RegisterImport.objects.create(file_name="x", content=b"", made_by=user, made_at=moment)
    before = now - timedelta(days=365)
    rules = (
        retention.forget_used_invitations,
        retention.forget_answered_requests,
        retention.forget_old_applicants,
        retention.forget_uploads,
    )

    assert [rule(before) for rule in rules] == [1, 1, 1, 1]
    assert [model.objects.count() for model in (OrganisationInvitation, MembershipRequest, RegisterImport)] == [1, 1, 1]
    assert AllianceApplication.objects.exclude(email="").count() == 1
    assert [rule(before) for rule in rules] == [0, 0, 0, 0]


def test_what_waits_for_an_answer_does_not_go():
    long_ago = timezone.now() - timedelta(days=4000)
    MembershipRequest.objects.create(organisation=SchoolFactory(), user=UserFactory(), created_at=long_ago)
    application(created_at=long_ago)

    assert retention.forget_answered_requests(timezone.now()) == 0
    assert retention.forget_old_applicants(timezone.now()) == 0
