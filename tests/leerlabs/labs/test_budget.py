"""How many queries a page of a Leerlab may ask."""

import pytest

from tests.factories import LeerlabFactory, MembershipFactory, ThemeFactory, UserFactory, small_site
from tests.leerlabs.moderation.writing import post_by

pytestmark = pytest.mark.django_db
#: Everything counted: session, who is signed in and the unread notifications in the header too.
PAGE = 14


@pytest.fixture
def leerlab():
    small_site()
    leerlab = LeerlabFactory(themes=[ThemeFactory()], host=UserFactory())
    for _ in range(25):
        member = UserFactory()
        MembershipFactory(leerlab=leerlab, user=member)
        post_by(member, leerlab)
    return leerlab


def test_a_visitor_sees_the_whole_page_within_the_budget(leerlab, client, django_assert_max_num_queries):
    client.get(f"/leerlabs/{leerlab.slug}/")

    with django_assert_max_num_queries(PAGE):
        client.get(f"/leerlabs/{leerlab.slug}/")


def test_a_member_does_too(leerlab, client, django_assert_max_num_queries):
    client.force_login(leerlab.memberships.filter(role="member").first().user)
    client.get(f"/leerlabs/{leerlab.slug}/")

    with django_assert_max_num_queries(PAGE):
        client.get(f"/leerlabs/{leerlab.slug}/")


def test_mine_costs_the_same_for_many_leerlabs(leerlab, client, django_assert_max_num_queries):
    user = UserFactory()
    for _ in range(8):
        MembershipFactory(leerlab=LeerlabFactory(), user=user)
    client.force_login(user)
    client.get("/leerlabs/mijn/")

    with django_assert_max_num_queries(PAGE):
        client.get("/leerlabs/mijn/")
