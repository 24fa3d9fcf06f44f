"""Who may do what in a Leerlab: role × visibility, straight from the policy."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone

from leerlabs.models import Joining, Visibility
from leerlabs.policy import RULES, may, moderated_leerlabs, readable_leerlabs, visible_leerlabs
from tests.factories import LeerlabFactory, MembershipFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db

ROLES = (
    "visitor", "account", "other", "requested", "former", "removed", "member", "moderator", "host", "editor",
    "administrator",
)  # fmt: skip
INSIDE = {"member", "moderator", "host", "editor", "administrator"}
SEES = {"open": set(ROLES), "members": set(ROLES) - {"visitor"}, "hidden": INSIDE}
READS = {"open": set(ROLES), "members": INSIDE, "hidden": INSIDE}
MEMBERS = {"member", "moderator", "host"}
MODERATORS = {"moderator", "host", "editor", "administrator"}
HOSTS = {"host", "editor", "administrator"}
OUTSIDE = {"account", "other", "former", "editor", "administrator"}


def person(role, leerlab):
    """Somebody who is this to the Leerlab."""
    if role == "visitor":
        return AnonymousUser()
    user = UserFactory(is_superuser=role == "administrator")
    if role == "editor":
        user.groups.add(Group.objects.get(name="Redacteur"))
    elif role == "other":
        MembershipFactory(user=user, role="host")
    elif role in {"requested", "former", "removed"}:
        state = {"requested": "requested", "former": "left", "removed": "removed"}[role]
        MembershipFactory(user=user, leerlab=leerlab, state=state)
    elif role in MEMBERS:
        MembershipFactory(user=user, leerlab=leerlab, role=role)
    return user


@pytest.fixture(autouse=True)
def site():
    return small_site()


def allowed(action, leerlab):
    return {role for role in ROLES if may(person(role, leerlab), action, leerlab)}


@pytest.mark.parametrize("visibility", Visibility.values)
def test_who_sees_and_reads_follows_the_visibility(visibility):
    leerlab = LeerlabFactory(visibility=visibility)

    assert allowed("leerlab.see", leerlab) == SEES[visibility]
    assert allowed("leerlab.read", leerlab) == READS[visibility]


@pytest.mark.parametrize("visibility", Visibility.values)
def test_the_lists_agree_with_the_rules(visibility):
    leerlab = LeerlabFactory(visibility=visibility)
    people = {role: person(role, leerlab) for role in ROLES}

    assert {r for r, u in people.items() if leerlab in visible_leerlabs(u)} == SEES[visibility]
    assert {r for r, u in people.items() if leerlab in readable_leerlabs(u)} == READS[visibility]
    assert {r for r, u in people.items() if leerlab in moderated_leerlabs(u)} == MODERATORS


@pytest.mark.parametrize("visibility", Visibility.values)
def test_members_write_and_moderators_and_hosts_do_what_is_theirs(visibility):
    leerlab = LeerlabFactory(visibility=visibility)

    assert allowed("thread.start", leerlab) == MEMBERS
    assert allowed("leerlab.moderate", leerlab) == MODERATORS
    assert allowed("leerlab.manage", leerlab) == HOSTS
    assert allowed("leerlab.members", leerlab) == MEMBERS | {"editor", "administrator"}


@pytest.mark.parametrize(
    ("joining", "joins", "asks"),
    [(Joining.FREE, OUTSIDE, set()), (Joining.REQUEST, set(), OUTSIDE), (Joining.INVITATION, set(), set())],
)
def test_who_was_removed_neither_joins_nor_asks_again(joining, joins, asks):
    leerlab = LeerlabFactory(joining=joining)

    assert allowed("leerlab.join", leerlab) == joins
    assert allowed("leerlab.request", leerlab) == asks


def test_a_hidden_leerlab_cannot_be_joined_by_who_does_not_know_of_it():
    leerlab = LeerlabFactory(visibility="hidden", joining="free")

    assert allowed("leerlab.join", leerlab) == {"editor", "administrator"}


def test_a_leerlab_that_is_closed_is_read_and_not_written_in():
    leerlab = LeerlabFactory(archived_at=timezone.now())

    assert allowed("leerlab.read", leerlab) == set(ROLES)
    assert allowed("thread.start", leerlab) == set()
    assert allowed("leerlab.manage", leerlab) == HOSTS


def test_a_draft_is_nobodys_to_see():
    leerlab = LeerlabFactory(live=False)

    assert allowed("leerlab.see", leerlab) == set()


def test_an_account_that_was_switched_off_is_a_visitor():
    leerlab = LeerlabFactory(visibility="hidden")
    member = person("member", leerlab)
    member.is_active = False
    member.save()

    assert not may(member, "leerlab.see", leerlab)


def test_a_change_of_membership_holds_for_who_was_looked_up_before():
    leerlab = LeerlabFactory(visibility="hidden")
    user = UserFactory()
    assert not may(user, "leerlab.read", leerlab)

    MembershipFactory(leerlab=leerlab, user=user)

    assert may(user, "leerlab.read", leerlab)


def test_asking_ten_things_costs_three_queries(django_assert_max_num_queries):
    leerlab = LeerlabFactory()
    user = person("member", leerlab)

    with django_assert_max_num_queries(3):
        for action in list(RULES)[:10]:
            may(user, action, leerlab)


def test_an_action_that_the_table_does_not_know_is_a_mistake():
    with pytest.raises(KeyError):
        may(AnonymousUser(), "leerlab.sell", LeerlabFactory())
