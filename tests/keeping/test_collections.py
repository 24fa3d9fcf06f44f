"""A collection: its order, its notes, two windows at once, and pages that went."""

import pytest
from wagtail.models import PageViewRestriction

from keeping import collections
from keeping.collections import ChangedMeanwhileError
from keeping.models import Collection
from tests.factories import PracticeFactory, UserFactory
from tests.organisations.race import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def pages(site):
    return [PracticeFactory(parent=site.practices, title=f"Voorbeeld {letter}") for letter in "abc"]


@pytest.fixture
def collection(owner, pages):
    made, _ = collections.make(owner, "Lezen", "Over lezen.")
    for page in pages:
        collections.add(made, page)
    return Collection.objects.get(pk=made.pk)


def titles(collection):
    return [item.page.title[-1] for item in collection.items.all()]


def address(collection, *parts):
    return "/".join(["/bewaard", str(collection.uuid), *map(str, parts)]) + "/"


def test_a_page_moves_by_a_button_of_a_form(client, collection):
    second = collection.items.all()[1]

    client.post(address(collection, second.pk, "verplaatsen"), {"richting": "omhoog", "versie": collection.version})

    assert titles(collection) == ["b", "a", "c"]


def test_at_the_end_it_stays_where_it_is(client, collection):
    last = collection.items.all()[2]

    client.post(address(collection, last.pk, "verplaatsen"), {"richting": "omlaag", "versie": collection.version})

    assert titles(collection) == ["a", "b", "c"]


def test_an_order_that_another_window_changed_is_not_overwritten(client, collection):
    first, second, _third = collection.items.all()
    seen = collection.version
    collections.move(collection, first.pk, +1, seen)

    answer = client.post(
        address(collection, second.pk, "verplaatsen"), {"richting": "omlaag", "versie": seen}, follow=True
    )

    assert titles(collection) == ["b", "a", "c"]
    assert "in een ander venster" in answer.content.decode()


def test_a_page_that_is_added_meanwhile_does_not_spoil_the_order_of_another_window(collection, site):
    first = collection.items.all()[0]
    seen = collection.version
    collections.add(collection, PracticeFactory(parent=site.practices, title="Voorbeeld d"))

    collections.move(collection, first.pk, +1, seen)

    assert titles(collection) == ["b", "a", "c", "d"]


def test_a_page_is_taken_out_once(client, collection):
    first = collection.items.all()[0]

    for _ in range(2):
        assert client.post(address(collection, first.pk, "weghalen")).status_code == 302

    assert titles(collection) == ["b", "c"]


def test_of_two_notes_that_were_written_at_once_neither_is_lost(client, collection):
    item = collection.items.all()[0]
    where = address(collection, item.pk, "aantekening")
    client.post(where, {"aantekening": "De ene tekst", "versie": 0})

    answer = client.post(where, {"aantekening": "De andere tekst", "versie": 0})

    assert answer.status_code == 409
    assert "De ene tekst" in answer.content.decode()
    assert "De andere tekst" in answer.content.decode()
    item.refresh_from_db()
    assert item.note == "De ene tekst"


def test_the_same_note_sent_twice_is_no_clash(client, collection):
    item = collection.items.all()[0]
    for _ in range(2):
        answer = client.post(address(collection, item.pk, "aantekening"), {"aantekening": "Mooi", "versie": 0})

    assert answer.status_code == 302


def test_a_name_that_another_window_changed_is_not_overwritten(client, collection):
    seen = collections.fingerprint(collection)
    collections.describe(collection, "Lezen en schrijven", "", seen)

    answer = client.post(address(collection, "wijzigen"), {"title": "Rekenen", "description": "", "gezien": seen})

    assert answer.status_code == 422
    assert "Lezen en schrijven" in answer.content.decode()
    assert 'value="Rekenen"' in answer.content.decode()


def test_two_collections_of_one_member_have_two_names(client, owner, collection):
    collections.make(owner, "Rekenen")

    answer = client.post(address(collection, "wijzigen"), {"title": "Rekenen", "description": ""})

    assert answer.status_code == 422
    assert Collection.objects.get(pk=collection.pk).title == "Lezen"


def test_a_collection_is_thrown_away_and_the_pages_stay(client, collection, pages):
    client.post(address(collection, "weggooien"))

    assert not Collection.objects.exists()
    assert client.get(pages[0].url).status_code == 200


@pytest.mark.parametrize("path", ["", "wijzigen", "bronnen", "meenemen/ris"])
def test_to_somebody_else_it_is_not_there(client, collection, path):
    client.force_login(UserFactory())

    assert client.get(address(collection, *filter(None, [path]))).status_code == 404


@pytest.mark.parametrize("path", ["delen", "weggooien", "dossier"])
def test_somebody_else_changes_nothing(client, collection, path):
    client.force_login(UserFactory())

    assert client.post(address(collection, path)).status_code == 404
    assert Collection.objects.get().share_hash is None


@pytest.mark.parametrize("how", ["restricted", "unpublished", "deleted"])
def test_of_a_page_that_is_not_public_any_more_only_the_own_note_is_shown(client, collection, pages, how):
    item = collection.items.all()[1]
    collections.write_note(item, "Mijn eigen woorden", 0)
    if how == "restricted":
        PageViewRestriction.objects.create(page=pages[1], restriction_type="login")
    elif how == "unpublished":
        pages[1].unpublish()
    else:
        pages[1].delete()

    shown = client.get(address(collection)).content.decode()

    assert "Voorbeeld b" not in shown
    assert "Mijn eigen woorden" in shown
    assert "Deze pagina is er niet meer" in shown


def test_nobody_keeps_what_the_page_answers(client, collection):
    assert "no-store" in client.get(address(collection))["Cache-Control"]


def test_a_page_of_one_collection_cannot_be_moved_through_another(collection, owner, site):
    other, _ = collections.make(owner, "Anders")
    collections.add(other, PracticeFactory(parent=site.practices))

    with pytest.raises(ChangedMeanwhileError):
        collections.move(other, collection.items.all()[0].pk, 1, other.version)


@pytest.mark.database
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtTheSameMoment:
    def test_a_page_is_kept_once(self, site):
        owner = UserFactory()
        page = PracticeFactory(parent=site.practices)

        outcomes = at_once(*[lambda: collections.add(collections.make(owner, "Lezen")[0], page)] * 4)

        assert outcomes == ["False", "False", "False", "True"]
        assert Collection.objects.get().items.count() == 1

    def test_of_two_moves_from_the_same_order_one_is_made(self, site):
        owner = UserFactory()
        made, _ = collections.make(owner, "Lezen")
        for _ in range(3):
            collections.add(made, PracticeFactory(parent=site.practices))
        first, _second, third = made.items.all()

        outcomes = at_once(
            lambda: collections.move(made, first.pk, +1, 0), lambda: collections.move(made, third.pk, -1, 0)
        )

        assert outcomes == ["ChangedMeanwhileError", "None"]

    def test_pages_that_are_added_side_by_side_are_all_there(self, site):
        made, _ = collections.make(UserFactory(), "Lezen")
        pages = [PracticeFactory(parent=site.practices) for _ in range(4)]

        at_once(*[lambda page=page: collections.add(made, page) for page in pages])

        assert sorted(made.items.values_list("position", flat=True)) == [1, 2, 3, 4]
