"""Heeft het geholpen? Asked once, months later, and shown in sum."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from caching import generation
from delivery import kinds
from delivery.models import Event
from research.questions import answering, helping
from research.questions.models import AnswerPage, Follower, Outcome, State
from research.questions.workflow import Who
from tests.factories import UserFactory
from tests.research.questions.people import link_in, mails_to, makelaar, question_in, signed_in
from tests.research.questions.test_answering import TEXT

pytestmark = pytest.mark.django_db
MONTHS = timedelta(days=91)


@pytest.fixture
def question(site):
    """Answered just now."""
    asked = question_in(State.ACCEPTED)
    answering.draft(asked.pk, Who(makelaar()), TEXT)
    asked.refresh_from_db()
    answering.latest_draft(asked).save_revision().publish()
    asked.refresh_from_db()
    return asked


def said(question, outcome, number):
    for _ in range(number):
        Follower.objects.create(question=question, user=UserFactory(), outcome=outcome, answered_at=timezone.now())


def test_everyone_is_asked_once_when_the_time_has_come(question):
    Follower.objects.create(question=question, user=UserFactory())
    Follower.objects.create(question=question, email="kim@example.nl", confirmed_at=timezone.now())
    Follower.objects.create(question=question, email="niet@bevestigd.nl")
    later = timezone.now() + MONTHS

    assert [
        helping.ask_whether_it_helped(),
        helping.ask_whether_it_helped(later),
        helping.ask_whether_it_helped(later),
    ] == [0, 3, 0]
    assert Event.objects.filter(kind=helping.ASKED).count() == 2
    assert len(mails_to("kim@example.nl")) == 1
    assert mails_to("niet@bevestigd.nl") == []


def test_whoever_has_no_account_says_it_by_the_link(question):
    Follower.objects.create(question=question, email="kim@example.nl", confirmed_at=timezone.now())
    helping.ask_whether_it_helped(timezone.now() + MONTHS)
    address = link_in(mails_to("kim@example.nl")[0]) + "hielp-het/"
    assert Client().get(address).status_code == 200
    Client().post(address, {"outcome": "partly", "words": "We lezen nu elke dag voor."})

    kept = question.followers.get(email="kim@example.nl")
    assert (kept.outcome, kept.words) == (Outcome.PARTLY, "We lezen nu elke dag voor.")


def test_said_twice_the_first_counts(question):
    asker = question.followers.get(is_asker=True).user
    first = helping.tell(question.pk, Who(asker), Outcome.YES, "")
    second = helping.tell(question.pk, Who(asker), Outcome.NO, "")

    assert (first, second, question.followers.get(is_asker=True).outcome) == (True, False, Outcome.YES)


def test_whoever_answered_is_not_reminded(question):
    asker = question.followers.get(is_asker=True).user
    helping.ask_whether_it_helped(timezone.now() + MONTHS)
    event = Event.objects.get(kind=helping.ASKED)
    helping.tell(question.pk, Who(asker), Outcome.YES, "")

    assert not kinds.get(helping.ASKED).may_see(Event.objects.get(pk=event.pk), asker)


def test_few_voices_are_not_counted_aloud(question, settings):
    settings.QUESTION_MINIMUM_SHOWN = 5
    said(question, Outcome.YES, 4)
    said(question, Outcome.NOT_USED, 3)

    assert helping.sums_of(question.answer_page_id) is None


def test_enough_voices_are_shown_in_sum_without_a_word_of_anyone(
    question, settings, django_capture_on_commit_callbacks
):
    settings.QUESTION_MINIMUM_SHOWN = 5
    said(question, Outcome.YES, 3)
    said(question, Outcome.NO, 1)
    before = generation.current()
    asker = question.followers.get(is_asker=True).user
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(asker).post(f"{question.get_absolute_url()}hielp-het/", {"outcome": "partly", "words": "Geheim."})
    shown = Client().get(AnswerPage.objects.get().url).content.decode()

    assert generation.current() != before
    assert helping.sums_of(question.answer_page_id) == helping.Sums(5, 3, 1, 1)
    assert "Heeft het geholpen?" in shown
    assert "Geheim." not in shown


def test_nobody_else_is_asked(question):
    assert signed_in(UserFactory()).get(f"{question.get_absolute_url()}hielp-het/").status_code == 404
