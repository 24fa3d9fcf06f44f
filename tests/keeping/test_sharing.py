"""Sharing by an address that nobody guesses, until it is taken back."""

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.models import Suspension
from keeping import collections, sharing
from keeping.models import Collection
from tests.factories import PracticeFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return UserFactory()


@pytest.fixture
def practice(site):
    return PracticeFactory(parent=site.practices, title="Hardop denken helpt")


@pytest.fixture
def collection(owner, practice):
    made, _ = collections.make(owner, "Lezen")
    collections.add(made, practice, "Voor groep 5")
    return made


def test_the_owner_gets_an_address_that_is_told_once(client, owner, collection):
    client.force_login(owner)
    shown = client.post(f"/bewaard/{collection.uuid}/delen/").content.decode()
    address = shown.partition('readonly value="')[2].partition('"')[0]
    client.logout()

    answer = client.get(address)

    assert "Voor groep 5" in answer.content.decode()
    token = address.strip("/").rpartition("/")[2]
    assert token not in Collection.objects.values_list("share_hash", flat=True)
    assert len(token) >= 43


def test_it_is_for_no_search_engine_no_cache_and_no_other_site(client, collection):
    answer = client.get(f"/gedeeld/{sharing.make_address(collection)}/")

    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex, nofollow">' in answer.content.decode()


def test_it_says_nothing_of_whose_it_is_and_changes_nothing(client, owner, collection):
    shown = client.get(f"/gedeeld/{sharing.make_address(collection)}/").content.decode()

    assert owner.email not in shown
    assert str(collection.uuid) not in shown


def test_an_address_that_was_taken_back_is_one_that_never_was(client, owner, collection):
    address = f"/gedeeld/{sharing.make_address(collection)}/"
    client.force_login(owner)
    client.post(f"/bewaard/{collection.uuid}/delen/", {"stop": "1"})

    assert client.get(address).status_code == 404


def test_a_new_address_ends_the_one_before(client, collection):
    first, second = sharing.make_address(collection), sharing.make_address(collection)

    assert client.get(f"/gedeeld/{first}/").status_code == 404
    assert client.get(f"/gedeeld/{second}/").status_code == 200


def test_a_page_that_became_private_is_not_shown_by_it(client, collection, practice):
    address = f"/gedeeld/{sharing.make_address(collection)}/"
    PageViewRestriction.objects.create(page=practice, restriction_type="login")

    assert "Hardop denken helpt" not in client.get(address).content.decode()


def test_it_ends_with_the_account_and_while_that_is_suspended(client, owner, collection):
    address = f"/gedeeld/{sharing.make_address(collection)}/"
    suspension = Suspension.objects.create(user=owner, reason="Huisregels", started_at=timezone.now())
    assert client.get(address).status_code == 404
    suspension.delete()
    assert client.get(address).status_code == 200

    owner.is_active = False
    owner.save()

    assert client.get(address).status_code == 404
