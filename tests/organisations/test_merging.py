"""Merging two organisations that are one."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import ReferenceIndex

from organisations.merging import MergeRefusedError, merge_organisations, plan_merge
from organisations.models import (
    ConfirmedBy,
    MembershipRequest,
    MergedOrganisation,
    Organisation,
    OrganisationKind,
    OrganisationMailDomain,
    OrganisationMembership,
)
from search.models import IndexOutboxEntry
from tests.factories import MunicipalityFactory, PersonFactory, PracticeFactory, SchoolFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)


@pytest.fixture
def goes():
    return SchoolFactory(name="De Uil (oud)", slug="de-uil-oud", code="12AB", website="https://deuil.nl")


@pytest.fixture
def stays():
    return SchoolFactory(name="De Uil", slug="de-uil", municipality=None)


def member(organisation, user=None, **fields):
    values = {"confirmed_by": ConfirmedBy.INVITATION, "starts_on": TODAY, **fields}
    return OrganisationMembership.objects.create(user=user or UserFactory(), organisation=organisation, **values)


def test_the_plan_says_what_moves(goes, stays):
    PracticeFactory(parent=small_site().practices, school=goes)
    PersonFactory(organisation=goes)
    member(goes)

    plan = plan_merge(goes, stays)

    assert {entry.label: entry.number for entry in plan.moving} == {
        "praktijkvoorbeelden": 1,
        "personen": 1,
        "lidmaatschappen": 1,
    }
    assert {entry.label for entry in plan.taken_over} == {"code", "website", "gemeente"}
    assert Organisation.objects.filter(pk=goes.pk).exists()


def test_pages_people_and_members_follow(goes, stays):
    page = PracticeFactory(parent=small_site().practices, school=goes)
    page.save_revision()
    person = PersonFactory(organisation=goes)
    row = member(goes)
    IndexOutboxEntry.objects.all().delete()

    merge_organisations(goes.pk, stays.pk, UserFactory())

    for record in (page, person, row):
        record.refresh_from_db()
    assert (page.school, person.organisation, row.organisation) == (stays, stays, stays)
    assert page.latest_revision.content["school"] == stays.pk
    assert IndexOutboxEntry.objects.filter(page_id=page.pk).exists()
    assert not Organisation.objects.filter(pk=goes.pk).exists()


def test_what_wagtail_knows_of_use_follows(goes, stays):
    page = PracticeFactory(parent=small_site().practices, school=goes)
    ReferenceIndex.create_or_update_for_object(page)

    merge_organisations(goes.pk, stays.pk)

    assert ReferenceIndex.get_references_to(stays).count() == 1


def test_what_is_missing_is_taken_over_and_what_is_there_stays(goes, stays):
    stays.website = "https://nieuw.nl"
    stays.save()
    municipality = goes.municipality
    merge_organisations(goes.pk, stays.pk)

    stays.refresh_from_db()
    assert (stays.code, stays.website, stays.municipality) == ("12AB", "https://nieuw.nl", municipality)


def test_schools_move_to_the_board_that_stays():
    boards = [SchoolFactory(kind=OrganisationKind.BOARD) for _ in range(2)]
    school = SchoolFactory(board=boards[0])
    merge_organisations(boards[0].pk, boards[1].pk)

    school.refresh_from_db()
    assert school.board == boards[1]


def test_the_old_address_leads_to_the_one_that_stays(goes, stays, client):
    merge_organisations(goes.pk, stays.pk)
    last = SchoolFactory(name="Laatste", slug="laatste")
    merge_organisations(stays.pk, last.pk)

    for slug in ("de-uil-oud", "de-uil"):
        answer = client.get(f"/organisaties/{slug}/")
        assert (answer.status_code, answer["Location"]) == (301, "/organisaties/laatste/")
    assert MergedOrganisation.objects.filter(code="12AB", kind="school").count() == 2


def test_a_member_of_both_keeps_one_membership_with_the_most_of_both(goes, stays):
    user = UserFactory()
    member(goes, user, role="administrator", starts_on=TODAY - timedelta(days=100))
    kept = member(stays, user, starts_on=TODAY)

    assert plan_merge(goes, stays).members_of_both == 1
    merge_organisations(goes.pk, stays.pk)

    kept.refresh_from_db()
    assert OrganisationMembership.objects.get() == kept
    assert (kept.role, kept.starts_on, kept.ends_on) == ("administrator", TODAY - timedelta(days=100), None)


def test_a_membership_that_ended_stays_as_it_was(goes, stays):
    user = UserFactory()
    ended = member(goes, user, starts_on=TODAY - timedelta(days=9), ends_on=TODAY)
    member(stays, user)
    merge_organisations(goes.pk, stays.pk)

    ended.refresh_from_db()
    assert (ended.organisation, ended.ends_on) == (stays, TODAY)


def test_nobody_asks_twice_and_no_member_asks(goes, stays):
    asker, colleague = UserFactory(), UserFactory()
    for organisation in (goes, stays):
        MembershipRequest.objects.create(organisation=organisation, user=asker)
    member(goes, colleague)
    MembershipRequest.objects.create(organisation=stays, user=colleague)

    merge_organisations(goes.pk, stays.pk)

    assert list(MembershipRequest.objects.values_list("user", flat=True)) == [asker.pk]


def test_a_mail_domain_of_both_is_kept_once(goes, stays):
    for organisation, domain in ((goes, "deuil.nl"), (stays, "deuil.nl"), (goes, "uil.nl")):
        OrganisationMailDomain.objects.create(organisation=organisation, domain=domain)
    merge_organisations(goes.pk, stays.pk)

    assert set(stays.mail_domains.values_list("domain", flat=True)) == {"deuil.nl", "uil.nl"}


def test_invitations_that_wait_hold_for_the_one_that_stays(goes, stays):
    goes.invitations.create(email="a@b.nl", token_hash="x", expires_at=timezone.now() + timedelta(days=1))
    merge_organisations(goes.pk, stays.pk)

    assert stays.invitations.open().count() == 1


def test_it_is_refused_with_itself_and_with_another_kind(goes):
    with pytest.raises(MergeRefusedError, match="andere organisatie"):
        plan_merge(goes, goes)
    with pytest.raises(MergeRefusedError, match="dezelfde soort"):
        plan_merge(goes, SchoolFactory(kind=OrganisationKind.BOARD))


def test_two_codes_are_pointed_out(goes):
    assert plan_merge(goes, SchoolFactory(code="34CD")).codes_differ


def test_a_merge_that_fails_halfway_leaves_all_as_it_was(goes, stays, monkeypatch):
    row = member(goes)
    monkeypatch.setattr("organisations.merging.replace_in_revisions", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        merge_organisations(goes.pk, stays.pk)

    row.refresh_from_db()
    assert row.organisation == goes


def test_a_municipality_is_no_organisation_to_merge_with(goes):
    municipality = MunicipalityFactory()
    with pytest.raises(MergeRefusedError, match="samengevoegd of verwijderd"):
        merge_organisations(goes.pk, 10_000 + municipality.pk)
