"""A thread becomes a kennisvraag, and nothing of a closed Leerlab goes with it."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from leerlabs.models import Visibility
from organisations import form_tokens
from research.questions.models import Question, State
from tests.factories import UserFactory
from tests.leerlabs.threads.writing import begin, member

WORDING = "Welke aanpak helpt leerlingen die weinig lezen aan het lezen?"


@pytest.fixture(autouse=True)
def on_the_site(site, index_now):
    index_now()


@pytest.fixture
def thread(leerlab, saar):
    return begin(leerlab, saar, title="Beraad over boeken")


@pytest.fixture
def closed(leerlab):
    leerlab.visibility = Visibility.MEMBERS
    leerlab.save()
    return leerlab


def ask(client, thread, **changes):
    address = reverse("leerlabs:ask_research", args=[thread.leerlab.slug, thread.pk])
    token = form_tokens.new(time.time() - 60)
    return client.post(address, {"wording": WORDING, "is_own_words": "on", "token": token, **changes})


@pytest.fixture
def as_author(client, thread):
    client.force_login(thread.author)
    return client


def test_its_author_asks_and_both_ends_lead_to_each_other(as_author, thread):
    ask(as_author, thread)

    question = Question.objects.get()
    Question.objects.update(state=State.ACCEPTED)
    assert question.get_absolute_url() in as_author.get(thread.get_absolute_url()).content.decode()
    assert thread.get_absolute_url() in as_author.get(question.get_absolute_url()).content.decode()


def test_a_host_asks_too_and_another_member_does_not(client, thread, host):
    client.force_login(host)
    assert ask(client, thread).status_code == 302
    other = Client()
    other.force_login(member(thread.leerlab))
    assert ask(other, thread).status_code == 403


def test_of_one_thread_one_question_is_made(as_author, thread):
    ask(as_author, thread)
    ask(as_author, thread, wording=WORDING + " Echt?")

    assert Question.objects.count() == 1


def test_who_comes_second_hears_so_and_keeps_what_they_wrote(as_author, thread, host):
    other = Client()
    other.force_login(host)
    ask(as_author, thread)
    answer = ask(other, thread, wording="Waardoor gaan pubers weer lezen?", why="Wij zagen er drie afhaken.")

    assert answer.status_code == 409
    assert "Jouw vraag is niet verstuurd" in answer.content.decode()
    assert "Wij zagen er drie afhaken." in answer.content.decode()


def test_after_the_question_was_withdrawn_another_can_be_made(as_author, thread):
    ask(as_author, thread)
    Question.objects.update(state=State.WITHDRAWN)
    ask(as_author, thread, wording="Waardoor gaan pubers weer lezen?")

    assert Question.objects.exclude(state=State.WITHDRAWN).count() == 1


def test_without_saying_that_it_is_fit_for_everyone_it_is_not_sent(as_author, thread):
    assert ask(as_author, thread, is_own_words="").status_code == 422
    assert not Question.objects.exists()


def test_in_a_closed_leerlab_the_form_begins_empty(as_author, closed, thread):
    address = reverse("leerlabs:ask_research", args=[closed.slug, thread.pk])

    assert as_author.get(address).context["form"]["wording"].value() == ""


def test_the_public_question_says_nothing_of_a_closed_leerlab(as_author, closed, thread):
    ask(as_author, thread)
    question = Question.objects.get()
    Question.objects.update(state=State.ACCEPTED)
    outsider = Client()
    outsider.force_login(UserFactory())

    for reader in (Client(), outsider):
        shown = reader.get(question.get_absolute_url()).content.decode()
        assert WORDING in shown
        assert thread.title not in shown
        assert f"/leerlabs/{closed.slug}/" not in shown
    assert thread.title in as_author.get(question.get_absolute_url()).content.decode()
