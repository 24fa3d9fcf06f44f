"""Bewaar, on every page: by way of signing in, in a collection that is there or a new one, once."""

import pytest
from wagtail.models import PageViewRestriction

from keeping import collections
from keeping.models import Collection, CollectionItem
from tests.factories import NewsFactory, PracticeFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(site):
    return PracticeFactory(parent=site.practices, slug="voorbeeld", title="Hardop denken helpt")


@pytest.fixture
def member(client):
    user = UserFactory()
    client.force_login(user)
    return user


def keep(client, page, **sent):
    return client.post(f"/bewaren/{page.pk}/", {"collection": "nieuw", "title": "", "note": "", **sent})


def test_every_page_of_content_has_the_way_to_keep_it(site, client, practice):
    news = NewsFactory(parent=site.news, slug="bericht")
    for page in (practice, news):
        assert f'href="/bewaren/{page.pk}/"' in client.get(page.url).content.decode()


def test_a_visitor_signs_in_and_comes_back_to_what_they_wanted_to_keep(client, practice):
    answer = client.get(f"/bewaren/{practice.pk}/")

    assert answer.status_code == 302
    assert answer.url.endswith(f"next=/bewaren/{practice.pk}/")


def test_a_page_is_kept_in_a_collection_that_is_made_at_once(client, member, practice):
    answer = keep(client, practice, title="Lezen", note="Voor de studiedag")

    assert answer.url == practice.url
    item = CollectionItem.objects.get(collection__owner=member, collection__title="Lezen")
    assert (item.page_id, item.note) == (practice.pk, "Voor de studiedag")


def test_a_page_is_kept_in_a_collection_that_is_there(client, member, practice):
    collection, _ = collections.make(member, "Lezen")

    keep(client, practice, collection=str(collection.uuid))

    assert collection.items.get().page_id == practice.pk


def test_who_gives_a_name_means_a_new_collection(client, member, practice):
    there, _ = collections.make(member, "Lezen")

    keep(client, practice, collection=str(there.uuid), title="Rekenen")

    assert Collection.objects.get(title="Rekenen").items.count() == 1


def test_the_collection_of_somebody_else_is_no_choice(client, member, practice):
    other, _ = collections.make(UserFactory(), "Geheim")

    answer = keep(client, practice, collection=str(other.uuid))

    assert answer.status_code == 422
    assert "Geheim" not in answer.content.decode()
    assert not other.items.exists()


def test_a_form_that_is_sent_twice_makes_one_collection_with_one_page(client, member, practice):
    for _ in range(2):
        keep(client, practice, title="Lezen", note="Mooi")

    item = CollectionItem.objects.get()
    assert (Collection.objects.count(), item.note) == (1, "Mooi")


def test_a_page_that_is_there_already_is_said_kindly_and_its_new_note_is_added(client, member, practice):
    keep(client, practice, title="Lezen", note="Mooi")
    keep(client, practice, title="Lezen", note="Ook voor groep 5")

    assert "Deze pagina stond al in" in client.get("/account/bewaard/").content.decode()
    assert CollectionItem.objects.get().note == "Mooi\nOok voor groep 5"


def test_the_form_says_where_the_page_is_already(client, member, practice):
    keep(client, practice, title="Lezen")

    assert "Deze pagina staat al in" in client.get(f"/bewaren/{practice.pk}/").content.decode()


def test_a_new_collection_needs_a_name(client, member, practice):
    answer = keep(client, practice)

    assert answer.status_code == 422
    assert "Geef de nieuwe verzameling een naam." in answer.content.decode()


def test_a_full_collection_takes_no_more(client, member, practice, monkeypatch):
    monkeypatch.setattr(collections, "MOST_ITEMS", 1)
    collection, _ = collections.make(member, "Vol")
    collections.add(collection, PracticeFactory(parent=practice.get_parent()))

    answer = keep(client, practice, collection=str(collection.uuid))

    assert answer.status_code == 422
    assert collection.items.count() == 1


def test_no_more_collections_than_one_may_have(client, member, practice, monkeypatch):
    monkeypatch.setattr(collections, "MOST_COLLECTIONS", 1)
    collections.make(member, "De eerste")

    assert keep(client, practice, title="De tweede").status_code == 422
    assert Collection.objects.count() == 1


@pytest.mark.parametrize("how", ["restricted", "unpublished", "gone"])
def test_a_page_that_not_everyone_may_read_cannot_be_kept(client, member, practice, how):
    number = practice.pk
    if how == "restricted":
        PageViewRestriction.objects.create(page=practice, restriction_type="login")
    elif how == "unpublished":
        practice.unpublish()
    else:
        practice.delete()

    assert client.get(f"/bewaren/{number}/").status_code == 404
