"""Coming into a Leerlab and going out of it."""

import pytest

from delivery.models import Event
from leerlabs.labs import taking_part
from leerlabs.labs.taking_part import NotPossibleError
from leerlabs.models import LeerlabMembership
from tests.factories import LeerlabFactory, MembershipFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site():
    return small_site()


def state_of(leerlab, user):
    return LeerlabMembership.objects.filter(leerlab=leerlab, user=user).values_list("role", "state").first()


def test_where_joining_is_free_one_takes_part_at_once():
    leerlab, user = LeerlabFactory(joining="free"), UserFactory()

    taking_part.join(leerlab, user)
    taking_part.join(leerlab, user)

    assert state_of(leerlab, user) == ("member", "active")


def test_where_it_is_not_free_nobody_just_joins():
    leerlab, user = LeerlabFactory(joining="request"), UserFactory()

    with pytest.raises(NotPossibleError):
        taking_part.join(leerlab, user)

    assert state_of(leerlab, user) is None


def test_asking_twice_is_asking_once_and_told_once():
    leerlab, user = LeerlabFactory(joining="request"), UserFactory()

    taking_part.ask(leerlab, user, "Graag.")
    taking_part.ask(leerlab, user, "Graag!")

    assert state_of(leerlab, user) == ("member", "requested")
    assert Event.objects.filter(kind="leerlabs.asked").count() == 1


def test_a_host_lets_in_once():
    host = UserFactory()
    leerlab, user = LeerlabFactory(joining="request", host=host), UserFactory()
    request = taking_part.ask(leerlab, user, "Graag.")

    taking_part.accept(request, host)

    assert state_of(leerlab, user) == ("member", "active")
    with pytest.raises(NotPossibleError):
        taking_part.decline(request, host)


def test_who_is_not_let_in_may_ask_again():
    host = UserFactory()
    leerlab, user = LeerlabFactory(joining="request", host=host), UserFactory()

    taking_part.decline(taking_part.ask(leerlab, user, "Graag."), host)
    again = taking_part.ask(leerlab, user, "Toch graag.")

    assert again.motivation == "Toch graag."
    assert state_of(leerlab, user) == ("member", "requested")


def test_what_was_said_when_asking_is_not_kept_after_the_answer():
    host = UserFactory()
    leerlab, user = LeerlabFactory(joining="request", host=host), UserFactory()

    taking_part.accept(taking_part.ask(leerlab, user, "Persoonlijk."), host)

    assert LeerlabMembership.objects.get(leerlab=leerlab, user=user).motivation == ""


def test_who_comes_back_comes_back_as_a_member():
    leerlab, user = LeerlabFactory(joining="free", host=UserFactory()), UserFactory()
    MembershipFactory(leerlab=leerlab, user=user, role="moderator")

    taking_part.leave(leerlab, user)
    taking_part.join(leerlab, user)

    assert state_of(leerlab, user) == ("member", "active")


@pytest.mark.parametrize("way_out", ["leave", "remove", "give up"])
def test_the_last_host_stays(way_out):
    host = UserFactory()
    leerlab = LeerlabFactory(host=host)
    membership = LeerlabMembership.objects.get(user=host)
    ways = {
        "leave": lambda: taking_part.leave(leerlab, host),
        "remove": lambda: taking_part.remove(membership),
        "give up": lambda: taking_part.give_role(membership, "member", host),
    }

    with pytest.raises(NotPossibleError):
        ways[way_out]()

    assert state_of(leerlab, host) == ("host", "active")


def test_hosting_is_handed_over():
    host, successor = UserFactory(), UserFactory()
    leerlab = LeerlabFactory(host=host)
    membership = MembershipFactory(leerlab=leerlab, user=successor)

    taking_part.give_role(membership, "host", host)
    taking_part.leave(leerlab, host)

    assert state_of(leerlab, successor) == ("host", "active")
    assert state_of(leerlab, host) == ("member", "left")
