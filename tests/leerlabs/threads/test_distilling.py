"""A host makes a practice draft out of a thread: credited, linked, in the editors' workflow."""

import pytest
from django.urls import reverse

from accounts.profiles import display_name
from delivery import kinds
from delivery.models import Event
from editorial.models import PageAuthor
from leerlabs.models import Thread
from leerlabs.rich_text.quotes import quote_source
from practices.models import PracticePage
from tests.leerlabs.threads.writing import member, say


@pytest.fixture
def piet(leerlab):
    return member(leerlab, "Piet Smit")


@pytest.fixture
def as_host(client, host):
    client.force_login(host)
    return client


@pytest.fixture
def talk(thread, saar, piet, host):
    say(thread, piet, "Wij kiezen vijf boeken per tafel.")
    say(thread, host, quote_source(2, "Wij kiezen vijf boeken per tafel.") + "Mooi, @Piet Smit en @Saar Jansen.")
    return thread


def distil(client, thread, *numbers, title="Vijf boeken per tafel"):
    address = reverse("leerlabs:distil", args=[thread.leerlab.slug, thread.pk])
    return client.post(address, {"titel": title, "bericht": [str(number) for number in numbers]})


def draft():
    return PracticePage.objects.get().get_latest_revision_as_object()


def test_a_draft_lies_with_the_editors(as_host, talk):
    distil(as_host, talk, 1, 2)

    page = PracticePage.objects.get()
    assert not page.live
    assert Thread.objects.get(pk=talk.pk).distilled_into_id == page.pk
    assert "vijf boeken per tafel" in str(draft().body).lower()


def test_those_who_wrote_what_was_chosen_are_credited_and_nobody_else(as_host, talk, piet):
    distil(as_host, talk, 2)

    names = [str(author.person) for author in draft().page_authors.all()]
    assert names == [display_name(piet)]
    assert PageAuthor.objects.count() <= 1


def test_others_are_not_named_or_quoted(as_host, talk):
    distil(as_host, talk, 3)

    assert "Saar" not in str(draft().body) and "Piet" not in str(draft().body)
    assert "Wij kiezen vijf boeken" not in str(draft().body)


def test_the_source_is_linked_where_everyone_can_read_it(as_host, talk):
    distil(as_host, talk, 2)

    assert talk.get_absolute_url() in str(draft().body)


def test_a_leerlab_that_is_not_open_stays_unnamed(as_host, leerlab, talk):
    leerlab.visibility = "hidden"
    leerlab.save()

    distil(as_host, talk, 2)

    assert leerlab.slug not in str(draft().body) and talk.title not in str(draft().body)


def test_twice_is_once(as_host, talk):
    distil(as_host, talk, 2)
    distil(as_host, talk, 2)

    assert PracticePage.objects.count() == 1


def test_without_a_post_nothing_is_made(as_host, talk):
    assert distil(as_host, talk).status_code == 400
    assert not PracticePage.objects.exists()


def test_a_member_may_not(as_saar, talk):
    assert distil(as_saar, talk, 2).status_code == 403


def test_those_whose_words_are_used_hear_of_it_before_it_is_published(as_host, talk, piet, saar, host):
    distil(as_host, talk, 2, 3)

    event = Event.objects.get(kind="distilled")
    told = {reason.user_id for reason in kinds.get("distilled").audience(event)} - {event.actor_id}
    message = kinds.message_for(event, piet)
    assert (told, event.actor_id) == ({piet.pk}, host.pk)
    assert ("met je naam als auteur" in message.text, talk.title in message.title) == (True, True)


def test_they_hear_it_once(as_host, talk):
    for _ in range(2):
        distil(as_host, talk, 2)

    assert Event.objects.filter(kind="distilled").count() == 1
