"""How much somebody hears of a whole Leerlab: chosen from its page, by whoever reads there."""

import pytest
from bs4 import BeautifulSoup

from delivery import subscriptions
from delivery.fan_out import tell
from delivery.models import Event, Notification
from tests.factories import LeerlabFactory, UserFactory, small_site
from tests.leerlabs.threads.writing import begin, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def leerlab():
    small_site()
    return LeerlabFactory(slug="kring", visibility="hidden", title="Stille kring")


@pytest.fixture
def saar(leerlab):
    return member(leerlab, "Saar Jansen")


def choice_of(client):
    """The page to which the Leerlab's own page leads."""
    page = BeautifulSoup(client.get("/leerlabs/kring/").content, "html.parser")
    return page.find("a", string="Wat hoor ik hiervan?")["href"]


def hears(user):
    """Whether a new thread in this person's Leerlab reaches them."""
    tell.call(Event.objects.get(kind="thread").pk)
    return Notification.objects.filter(user=user).exists()


@pytest.mark.parametrize(("level", "told"), [("all", True), ("concerned", False), ("none", False)])
def test_who_chose_hears_of_a_new_thread_or_not(client, leerlab, saar, level, told):
    client.force_login(saar)
    target = choice_of(client).partition("target=")[2]

    client.post("/account/meldingen/niveau/", {"target": target, "level": level})
    begin(leerlab, member(leerlab, "Piet Smit"))

    assert (subscriptions.chosen_level(saar, target), hears(saar)) == (level, told)


def test_it_is_named_among_the_choices_of_its_reader_only(client, leerlab, saar):
    subscriptions.set_level(saar, f"leerlab:{leerlab.pk}", "none")
    client.force_login(saar)
    named = "Stille kring" in client.get("/account/meldingen/instellingen/").content.decode()

    leerlab.memberships.filter(user=saar).update(state="left")
    client.force_login(saar)
    still_named = "Stille kring" in client.get("/account/meldingen/instellingen/").content.decode()

    assert (named, still_named) == (True, False)


def test_nobody_else_learns_of_a_leerlab_by_its_number(client, leerlab):
    client.force_login(UserFactory())

    assert client.get(f"/account/meldingen/niveau/?target=leerlab:{leerlab.pk}").status_code == 404
