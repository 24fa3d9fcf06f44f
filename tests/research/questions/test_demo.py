"""The demo's kennisvragen: loaded twice they are the same, and nobody is told."""

import pytest

from delivery.models import Event, OutgoingMail
from editorial.demonstration.rows import Tally
from home.demo.loading import load as load_pages
from research.questions.demo.loading import load
from research.questions.helping import sums_of
from research.questions.models import AnswerPage, Question, State

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def demo(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    load_pages()
    load(Tally())


def test_a_second_load_changes_nothing(demo):
    again = Tally()
    load(again)

    assert (again.made, again.changed) == (0, 0)


def test_nobody_hears_of_it(demo):
    assert not Event.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_three_questions_are_answered_by_insights_of_the_site(demo):
    answered = Question.objects.filter(state=State.ANSWERED)

    assert answered.count() == AnswerPage.objects.live().count() == 3
    assert all(question.answer_page.outgoing_relations.exists() for question in answered)


def test_of_one_answer_others_said_whether_it_helped(demo):
    shown = [sums for page in AnswerPage.objects.all() if (sums := sums_of(page.pk))]

    assert [(sums.answered, sums.helped) for sums in shown] == [(10, 6)]


def test_there_are_questions_at_every_desk(demo):
    assert {
        State.SUBMITTED,
        State.IN_DIALOGUE,
        State.ACCEPTED,
        State.IN_RESEARCH,
        State.REFERRED,
    } <= set(Question.objects.values_list("state", flat=True))
    assert [question.makelaar for question in Question.objects.all() if question.is_late] == [None]
