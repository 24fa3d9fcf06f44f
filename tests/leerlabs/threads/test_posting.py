"""Replying: once a form, numbered, counted, and never losing what was typed."""

import uuid

import pytest
from django.urls import reverse

from leerlabs.models import Draft, Post, Report, Thread
from leerlabs.threads import drafts, state
from tests.factories import UserFactory
from tests.leerlabs.threads.writing import begin, form, member, say


def reply_address(thread):
    return reverse("leerlabs:reply", args=[thread.leerlab.slug, thread.pk])


def test_a_reply_stands_at_the_end(as_saar, saar, thread):
    answer = as_saar.post(reply_address(thread), form("Zo doen wij dat."))

    assert answer.url == thread.get_absolute_url() + "#bericht-2"
    post = Post.objects.get(number=2)
    assert (post.author, post.body) == (saar, "<p>Zo doen wij dat.</p>")


def test_the_thread_counts_along(leerlab, thread):
    piet = member(leerlab, "Piet")
    post = say(thread, piet)

    thread.refresh_from_db()

    assert (thread.post_count, thread.last_author, thread.last_post_at) == (2, piet, post.created_at)


def test_a_form_sent_twice_is_one_post(as_saar, thread):
    sent = form("Eén keer.")

    addresses = {as_saar.post(reply_address(thread), sent).url for _ in range(3)}

    assert Post.objects.filter(thread=thread, number__gt=1).count() == 1
    assert len(addresses) == 1


def test_starting_a_thread_twice_is_one_thread(as_saar, leerlab):
    sent = form("Eén keer.", title="Nieuw")
    address = reverse("leerlabs:start", args=[leerlab.slug]) + "?soort=vraag"

    assert as_saar.post(address, sent).url == as_saar.post(address, sent).url
    assert Thread.objects.filter(title="Nieuw").count() == 1


@pytest.mark.parametrize("typed", ["", "   \n ", "\ue000\ue001"])
def test_nothing_is_no_post(as_saar, thread, typed):
    answer = as_saar.post(reply_address(thread), form(typed))

    assert answer.status_code == 400
    assert Post.objects.count() == 1


def test_what_is_too_long_comes_back_whole(as_saar, thread):
    typed = "woord " * 4000

    answer = as_saar.post(reply_address(thread), form(typed))

    assert answer.status_code == 400
    assert answer.content.decode().count("woord ") >= 4000


def test_ten_megabytes_are_refused(as_saar, thread):
    answer = as_saar.post(reply_address(thread), form("x" * 10_000_000))

    assert answer.status_code == 400
    assert Post.objects.count() == 1


def test_who_takes_no_part_cannot_write(client, thread):
    client.force_login(UserFactory())

    answer = client.post(reply_address(thread), form("Ik ook"))

    assert answer.status_code == 403
    assert Post.objects.count() == 1


def test_a_visitor_is_led_to_signing_in_or_refused(client, thread):
    assert client.post(reply_address(thread), form("Ik ook")).status_code in {302, 403}
    assert Post.objects.count() == 1


def test_a_thread_that_was_closed_meanwhile_gives_the_text_back(as_saar, thread):
    state.set_closed(thread, True)

    answer = as_saar.post(reply_address(thread), form("Mijn lange antwoord"))

    assert "Mijn lange antwoord" in answer.content.decode()
    assert Post.objects.count() == 1


def test_a_preview_shows_and_posts_nothing(as_saar, thread):
    answer = as_saar.post(reply_address(thread), form("**Vet** idee", voorbeeld="1"))

    assert "<strong>Vet</strong> idee" in answer.content.decode()
    assert Post.objects.count() == 1


def test_a_reply_says_what_it_answers(as_saar, thread, leerlab):
    piet = member(leerlab, "Piet Smit")
    say(thread, piet)

    as_saar.post(reply_address(thread), form("Dank!", reply_to="2"))

    assert Post.objects.get(number=3).reply_to.author == piet
    assert "antwoord op Piet Smit, bericht 2" in as_saar.get(thread.get_absolute_url()).content.decode()


def test_quoting_fills_the_form(as_saar, thread):
    page = as_saar.get(thread.get_absolute_url() + "?citeer=1").content.decode()

    assert "&gt; [bericht 1]\n&gt; Hoe doen jullie dat?" in page


def test_posting_empties_the_draft(as_saar, saar, thread):
    place = drafts.place_of(thread)
    drafts.save(saar, place, version=4, source="Half")

    as_saar.post(reply_address(thread), form("Heel", draft_version="4"))

    assert Draft.objects.get(user=saar, place=place).source == ""


def test_a_first_post_waits_where_the_leerlab_wants_that(client, leerlab, thread):
    leerlab.first_post_review = True
    leerlab.save()
    client.force_login(member(leerlab, "Nieuw Lid"))

    client.post(reply_address(thread), form("Mijn eerste"))

    post = Post.objects.get(number=2)
    assert post.hidden_at is not None
    assert Report.objects.filter(occasion="first_post", target_key=str(post.pk)).exists()
    client.logout()
    assert "Mijn eerste" not in client.get(thread.get_absolute_url()).content.decode()


def test_a_poll_needs_two_options(as_saar, leerlab):
    address = reverse("leerlabs:start", args=[leerlab.slug]) + "?soort=peiling"
    sent = form("Wat kiezen we?", title="Kiezen", options="Een\n een ", closes_on="2030-01-01", result_shown="voting")

    answer = as_saar.post(address, sent)

    assert answer.status_code == 400
    assert "Wat kiezen we?" in answer.content.decode()


def test_the_token_of_somebody_else_finds_nothing(client, leerlab, thread, saar):
    token = uuid.uuid4()
    say(thread, saar, token=token)

    post = say(thread, member(leerlab, "Piet"), token=token)

    assert post.number == 3


def test_nothing_can_be_quoted_from_another_thread(as_saar, leerlab, saar, thread):
    other = begin(leerlab, saar, "Elders gezegd")

    as_saar.post(reply_address(thread), form("Dag", reply_to=str(other.posts.get().pk + 100)))

    assert Post.objects.get(thread=thread, number=2).reply_to is None


def test_who_takes_no_part_does_not_learn_who_does(client, thread):
    client.force_login(UserFactory())

    answer = client.post(reply_address(thread), form("Dag @Saar Jansen", voorbeeld="1"))

    assert answer.status_code == 403
    assert 'class="mention"' not in answer.content.decode()
