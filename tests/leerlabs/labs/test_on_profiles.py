"""What the page of a member, and that of an organisation, show of Leerlabs."""

import pytest
from django.contrib.auth.models import AnonymousUser

from leerlabs.on_profiles import takes_part, way_to_report
from leerlabs.shared_by_organisations import section
from tests.factories import LeerlabFactory, MembershipFactory, SchoolFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    small_site()
    user = UserFactory()
    for visibility in ("open", "members", "hidden"):
        MembershipFactory(user=user, leerlab=LeerlabFactory(title=visibility, visibility=visibility))
    MembershipFactory(user=user, leerlab=LeerlabFactory(title="stil lid"), is_shown=False)
    MembershipFactory(user=user, leerlab=LeerlabFactory(title="weg"), state="left")
    return user


@pytest.mark.parametrize(("signed_in", "expected"), [(False, ["open"]), (True, ["members", "open"])])
def test_a_reader_sees_the_leerlabs_they_may_know_of(owner, signed_in, expected):
    viewer = UserFactory() if signed_in else AnonymousUser()

    assert [item.title for item in takes_part(owner, viewer).items] == expected


def test_a_profile_is_reported_by_others_only(owner):
    assert way_to_report(owner, AnonymousUser()).items[0].url == f"/leerlabs/melden/profile/{owner.uuid}/"
    assert way_to_report(owner, owner).items == []


def test_an_organisation_shows_its_open_leerlabs_whoever_looks(owner):
    school = SchoolFactory()
    for visibility in ("open", "members", "hidden"):
        leerlab = LeerlabFactory(title=f"van de school, {visibility}", visibility=visibility)
        leerlab.organisations.add(school)
        leerlab.save()

    assert [item.title for item in section(school, UserFactory(is_superuser=True)).items] == ["van de school, open"]
    assert section(SchoolFactory(), AnonymousUser()) is None
