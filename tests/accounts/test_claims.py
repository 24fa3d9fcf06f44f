"""A person record on an insight becomes somebody's: asked by a member, confirmed by an editor."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import ClaimState, PersonClaim
from accounts.standing import suspend
from editorial.groups import CHIEF_EDITOR
from editorial.models import PageAuthor
from tests.accounts.mailbox import mails_to
from tests.accounts.members import member
from tests.factories import InsightFactory, PersonFactory, small_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return PersonFactory(slug="noor", is_example=False)


@pytest.fixture
def noor(client):
    user = member()
    client.force_login(user)
    return user


@pytest.fixture
def editor():
    user = member("eind@example.nl")
    user.groups.add(Group.objects.get(name=CHIEF_EDITOR))
    client = Client()
    client.force_login(user)
    return client


def ask(client):
    return client.post("/account/ben-jij-dit/noor/", {"explanation": "Ik sta op de site van mijn school."})


def decide(editor, claim, state):
    return editor.post(f"/admin/aanspraken/edit/{claim.pk}/", {"state": state})


def test_a_member_asks_and_asking_twice_is_once(client, noor, person):
    ask(client)
    ask(client)
    assert PersonClaim.objects.get().explanation == "Ik sta op de site van mijn school."


def test_asking_alone_changes_nothing(client, noor, person):
    ask(client)
    person.refresh_from_db()
    assert person.user is None


def test_an_editor_confirms_and_the_member_hears_of_it(client, noor, person, editor):
    ask(client)
    decide(editor, PersonClaim.objects.get(), "confirmed")
    person.refresh_from_db()
    assert person.user == noor
    assert "gekoppeld" in mails_to(noor.email)[-1].subject


def test_an_editor_refuses(client, noor, person, editor):
    ask(client)
    decide(editor, PersonClaim.objects.get(), "refused")
    person.refresh_from_db()
    assert (person.user, PersonClaim.objects.get().state) == (None, ClaimState.REFUSED)


def test_a_decision_stands(client, noor, person, editor):
    ask(client)
    decide(editor, PersonClaim.objects.get(), "refused")
    decide(editor, PersonClaim.objects.get(), "confirmed")
    assert PersonClaim.objects.get().state == ClaimState.REFUSED


def test_of_two_who_ask_one_is_confirmed(client, noor, person, editor):
    other = member("ander@example.nl")
    claims = [PersonClaim.objects.create(person=person, user=user) for user in (noor, other)]
    for claim in claims:
        decide(editor, claim, "confirmed")
    person.refresh_from_db()
    assert person.user == noor
    assert PersonClaim.objects.get(user=other).state == ClaimState.OPEN


def test_editors_find_open_claims_in_the_admin_and_add_none(client, noor, person, editor):
    ask(client)
    assert person.name in editor.get("/admin/aanspraken/").content.decode()
    assert editor.get("/admin/aanspraken/add/").status_code == 302


def test_an_example_person_is_nobodys(client, noor):
    PersonFactory(slug="noor", is_example=True)
    ask(client)
    assert not PersonClaim.objects.exists()


def test_a_record_that_is_somebodys_is_not_asked_for_again(client, noor, person):
    person.user = member("ander@example.nl")
    person.save()
    ask(client)
    assert not PersonClaim.objects.exists()


def test_who_is_suspended_does_not_ask(client, noor, person):
    suspend(noor, reason="", by=None)
    ask(client)
    assert not PersonClaim.objects.exists()


def test_an_insight_offers_it_beside_the_author(client, person):
    page = InsightFactory(parent=small_site().insights, slug="inzicht")
    PageAuthor.objects.create(page=page, person=person)
    assert "/account/ben-jij-dit/noor/" in client.get("/onderzoek/inzicht/").content.decode()
