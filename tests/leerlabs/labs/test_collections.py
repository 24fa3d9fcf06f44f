"""Collections of a Leerlab: its own policy says who reads and changes them."""

import pytest
from django.utils import timezone

from keeping import collections
from keeping.models import Collection
from leerlabs.labs.collections import group_of
from leerlabs.models import LeerlabPage, Visibility
from tests.factories import LeerlabFactory, MembershipFactory, PracticeFactory, UserFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def leerlab():
    site = small_site()
    leerlab = LeerlabFactory(slug="kring", title="Leeskring", visibility=Visibility.HIDDEN)
    made, _ = collections.make(group_of(leerlab), "Wat we lazen")
    collections.add(made, PracticeFactory(parent=site.practices, title="Hardop denken"), "Onze aantekening")
    return leerlab


@pytest.fixture
def sign_in(client):
    def sign_in(leerlab, role=None):
        user = UserFactory()
        if role:
            MembershipFactory(leerlab=leerlab, user=user, role=role)
        client.force_login(user)
        return user

    return sign_in


def addresses():
    collection = Collection.objects.get()
    return [f"/bewaard/{collection.uuid}/{path}" for path in ("", "bronnen/", "meenemen/lijst/", "wijzigen/")]


def test_of_a_hidden_leerlab_nobody_outside_learns_a_thing(client, leerlab, sign_in):
    assert {client.get(address).status_code for address in addresses()} == {302}
    sign_in(leerlab)

    assert {client.get(address).status_code for address in [*addresses(), "/leerlabs/kring/bewaard/"]} == {404}


def test_members_read_and_change_it(client, leerlab, sign_in):
    sign_in(leerlab, "member")
    item = Collection.objects.get().items.get()

    shown = client.get(addresses()[0]).content.decode()
    client.post(f"{addresses()[0]}{item.pk}/aantekening/", {"aantekening": "Nieuw", "versie": "0"})

    assert "Onze aantekening" in shown
    item.refresh_from_db()
    assert item.note == "Nieuw"


def test_it_is_shared_by_no_address(client, leerlab, sign_in):
    sign_in(leerlab, "host")

    assert client.post(f"{addresses()[0]}delen/").status_code == 403


@pytest.mark.parametrize(("role", "left"), [("member", 1), ("moderator", 0)])
def test_whoever_moderates_throws_it_away(client, leerlab, sign_in, role, left):
    sign_in(leerlab, role)

    client.post(f"{addresses()[0]}weggooien/")

    assert Collection.objects.count() == left


def test_who_left_keeps_no_way_in(client, leerlab, sign_in):
    user = sign_in(leerlab, "member")
    membership = leerlab.memberships.get(user=user)
    membership.state = "left"
    membership.save()

    assert client.get(addresses()[0]).status_code == 404


def test_in_a_leerlab_that_is_closed_it_is_read_only(client, leerlab, sign_in):
    LeerlabPage.objects.filter(pk=leerlab.pk).update(archived_at=timezone.now())
    sign_in(leerlab, "member")

    assert client.get(addresses()[0]).status_code == 200
    assert client.get(addresses()[3]).status_code == 404


def test_a_member_begins_one_and_keeps_pages_in_it(client, leerlab, sign_in):
    sign_in(leerlab, "member")

    client.post("/leerlabs/kring/bewaard/", {"title": "Voor de volgende keer", "description": ""})

    shown = client.get(f"/bewaren/{PracticeFactory(parent=leerlab.get_site().root_page).pk}/").content.decode()
    assert "Voor de volgende keer (Leeskring)" in shown


def test_an_open_leerlab_shows_it_to_everybody_and_lets_nobody_change_it(client, leerlab):
    leerlab.visibility = Visibility.OPEN
    leerlab.save()

    assert "Onze aantekening" in client.get(addresses()[0]).content.decode()
    assert client.get(addresses()[3]).status_code == 302
    assert client.post("/leerlabs/kring/bewaard/", {"title": "Van mij"}).status_code == 403


def test_it_goes_with_the_leerlab(leerlab):
    leerlab.visibility = Visibility.OPEN
    leerlab.save()

    leerlab.delete()

    assert not Collection.objects.exists()
