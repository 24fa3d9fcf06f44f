"""A thread as members and visitors read it."""

import pytest
from django.urls import reverse

from delivery.models import Event, Notification
from leerlabs.models import Reading
from leerlabs.threads.numbering import PAGE_LENGTH
from tests.factories import PracticeFactory, UserFactory
from tests.leerlabs.threads.writing import begin, member, say


def test_everyone_reads_an_open_leerlab(client, thread):
    page = client.get(thread.get_absolute_url())

    assert page.status_code == 200
    assert "Hoe doen jullie dat?" in page.content.decode()


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_an_outsider_reads_nothing_of_what_is_not_open(client, thread, leerlab, visibility):
    leerlab.visibility = visibility
    leerlab.save()
    client.force_login(UserFactory())

    page = client.get(thread.get_absolute_url())

    assert page.status_code in {403, 404}
    assert "Hoe doen jullie dat?" not in page.content.decode()


def test_no_page_of_a_thread_is_kept_for_others(client, thread):
    assert "no-store" in client.get(thread.get_absolute_url()).headers["Cache-Control"]


def test_long_threads_have_numbered_pages(client, leerlab, saar):
    thread = begin(leerlab, saar)
    for number in range(2, PAGE_LENGTH + 3):
        say(thread, saar, f"bericht nummer {number} hier")

    second = client.get(thread.get_absolute_url() + "?pagina=2").content.decode()

    assert "bericht nummer 21 hier" in second
    assert "bericht nummer 20 hier" not in second
    assert client.get(thread.get_absolute_url() + "?pagina=3").status_code == 404


def test_a_number_leads_to_its_page(client, leerlab, saar):
    thread = begin(leerlab, saar)
    for _ in range(PAGE_LENGTH):
        say(thread, saar)

    answer = client.get(thread.get_absolute_url() + "?bericht=21")

    assert answer.url.endswith("?pagina=2#bericht-21")


def test_what_came_since_the_last_visit_is_marked(as_saar, leerlab, thread):
    as_saar.get(thread.get_absolute_url())
    say(thread, member(leerlab, "Piet Smit"), "Iets nieuws.")

    page = as_saar.get(thread.get_absolute_url()).content.decode()

    assert page.index('id="nieuw"') < page.index("Iets nieuws.")
    assert 'id="nieuw"' not in as_saar.get(thread.get_absolute_url()).content.decode()


def test_the_link_to_the_first_unread_leads_there(as_saar, leerlab, thread):
    as_saar.get(thread.get_absolute_url())
    say(thread, member(leerlab, "Piet Smit"))

    assert as_saar.get(thread.get_absolute_url() + "?nieuw").url.endswith("#bericht-2")


def test_how_far_somebody_read_never_goes_back(as_saar, saar, leerlab, thread):
    for _ in range(PAGE_LENGTH + 1):
        say(thread, saar)
    as_saar.get(thread.get_absolute_url() + "?pagina=2")

    as_saar.get(thread.get_absolute_url())

    assert Reading.objects.get(user=saar, thread=thread).last_number == PAGE_LENGTH + 2


def test_what_somebody_was_told_of_a_thread_is_seen_once_the_thread_is(as_saar, saar, leerlab, thread):
    as_saar.get(thread.get_absolute_url())
    say(thread, member(leerlab, "Piet Smit"))
    for about in (f"thread:{thread.pk}", "thread:0"):
        event = Event.objects.create(kind="post", about=about, key=f"told of {about}", data={})
        Notification.objects.create(event=event, user=saar)

    as_saar.get(thread.get_absolute_url())

    assert list(Notification.objects.filter(read_at=None).values_list("event__about", flat=True)) == ["thread:0"]


def test_a_visitor_leaves_no_mark(client, thread):
    client.get(thread.get_absolute_url())

    assert not Reading.objects.exists()


def test_a_hidden_post_keeps_its_place_and_not_its_text(client, thread, saar):
    post = say(thread, saar, "Verborgen woorden")
    type(post).objects.filter(pk=post.pk).update(hidden_at=post.created_at)

    page = client.get(thread.get_absolute_url()).content.decode()

    assert "Verborgen woorden" not in page
    assert 'id="bericht-2"' in page


def test_a_thread_at_the_address_of_another_leerlab_leads_to_its_own(client, thread):
    wrong = reverse("leerlabs:thread", args=["een-ander", thread.pk])

    assert client.get(wrong).url == thread.get_absolute_url()


def test_what_was_made_of_it_is_linked_once_everyone_may_read_that(client, thread, site):
    practice = PracticeFactory(parent=site.practices, title="Samen hardop lezen", live=False)
    thread.distilled_into = practice
    thread.save()
    assert "Samen hardop lezen" not in client.get(thread.get_absolute_url()).content.decode()

    practice.save_revision().publish()
    assert f'href="{practice.url}"' in client.get(thread.get_absolute_url()).content.decode()
