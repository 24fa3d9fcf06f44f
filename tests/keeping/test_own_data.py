"""What is kept of a person, given back and erased; and pages that ask no more queries when there is more."""

import datetime as dt

import pytest
from django.utils import timezone

from accounts import own_data
from keeping import collections
from keeping.alerts import feeds, following
from keeping.models import Alert, AlertedPage, AlertFeedAddress, Collection
from keeping.own_data import export, forget_alerted_pages
from tests.factories import PracticeFactory, UserFactory

pytestmark = pytest.mark.django_db

BUDGET_OF_A_COLLECTION = 8


@pytest.fixture
def person(site):
    user = UserFactory()
    made, _ = collections.make(user, "Voor de studiedag")
    page = PracticeFactory(parent=site.practices, title="Hardop denken")
    collections.add(made, page, "Begin hier.")
    alert, _ = following.follow(user, "q=lezen", "Lezen")
    AlertedPage.objects.create(user=user, page=page, alert=alert)
    feeds.make_address(user)
    return user


def test_everything_is_given_back(person):
    files = {file.path.partition("/")[0]: file.content for file in export(person)}

    assert files["verzamelingen"]["pagina's"][0]["aantekening"] == "Begin hier."
    assert files["gevolgd.json"][0]["name"] == "Lezen"
    assert files["gemeld.json"][0]["titel"] == "Hardop denken"
    assert "token_hash" not in str(files)


def test_after_leaving_nothing_is_left(person):
    other = UserFactory()
    collections.make(other, "Van een ander")

    own_data.leave(person)

    assert [model.objects.count() for model in (Collection, Alert, AlertedPage, AlertFeedAddress)] == [1, 0, 0, 0]


def test_what_somebody_was_told_long_ago_is_forgotten(person):
    AlertedPage.objects.update(found_at=timezone.now() - dt.timedelta(days=800))

    assert forget_alerted_pages(timezone.now() - dt.timedelta(days=730)) == 1


def test_a_collection_with_more_pages_asks_no_more_queries(person, site, client, django_assert_num_queries):
    client.force_login(person)
    collection = Collection.objects.get()
    address = f"/bewaard/{collection.uuid}/"
    client.get(address)
    with django_assert_num_queries(BUDGET_OF_A_COLLECTION):
        client.get(address)
    for _ in range(10):
        collections.add(collection, PracticeFactory(parent=site.practices))
    client.get(address)

    with django_assert_num_queries(BUDGET_OF_A_COLLECTION):
        client.get(address)
