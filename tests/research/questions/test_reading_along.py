"""What others read of questions that run: the list of them, a promise that was not kept, and nobody's address."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from editorial.models import PageRelation, RelationKind
from research.questions.models import AnswerPage, Follower, QuestionMessage, State
from tests.factories import AnswerFactory, InsightFactory, UserFactory
from tests.research.questions.people import (
    WORDING,
    asked_by_mail,
    link_in,
    mails_to,
    makelaar,
    question_in,
    signed_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]
LATE = "We beloofden dat je uiterlijk"


def shown(address, client=None):
    return (client or Client()).get(address).content.decode()


class TestTheListOfWhatRuns:
    @pytest.mark.parametrize("state", [State.ACCEPTED, State.IN_RESEARCH, State.IN_EDITING])
    def test_everyone_finds_what_is_looked_into_and_a_way_to_follow_it(self, state):
        question = question_in(state)
        Follower.objects.create(question=question, user=UserFactory())
        page = shown("/kennisvragen/lopend/")

        assert WORDING in page
        assert f"{question.get_absolute_url()}volgen/" in page
        assert "1 volger" in page

    @pytest.mark.parametrize("state", [State.SUBMITTED, State.IN_DIALOGUE, State.REJECTED, State.WITHDRAWN])
    def test_what_is_not_public_is_not_in_it(self, state):
        question_in(state)

        assert WORDING not in shown("/kennisvragen/lopend/")

    def test_the_list_of_answers_leads_to_it(self, index_now):
        index_now()

        assert "/kennisvragen/lopend/" in shown("/kennisvragen/")

    def test_more_questions_cost_no_more_queries(self, django_assert_max_num_queries):
        for number in range(6):
            question_in(State.ACCEPTED, wording=f"{WORDING} {number}")
        shown("/kennisvragen/lopend/")

        with django_assert_max_num_queries(4):
            shown("/kennisvragen/lopend/")


class TestAPromiseThatWasNotKept:
    @pytest.fixture
    def late(self):
        asker = UserFactory()
        question = question_in(State.IN_RESEARCH, asker, promised_on=timezone.localdate() - timedelta(days=3))
        question.asker = asker
        return question

    def test_who_asked_is_told_that_it_was_not(self, late):
        assert LATE in shown(late.get_absolute_url(), signed_in(late.asker))

    def test_to_others_no_day_is_named_that_has_passed(self, late):
        page = shown(late.get_absolute_url())

        assert LATE not in page
        assert "Uiterlijk" not in page
        assert "uiterlijk" not in shown("/kennisvragen/lopend/")


class TestNobodysAddress:
    def test_not_even_who_handles_the_question_sees_the_address_of_who_asked(self):
        question = asked_by_mail()
        Client().post(link_in(mails_to("kim@example.nl")[0]) + "bevestigen/")
        page = shown(question.get_absolute_url(), signed_in(makelaar()))

        assert "Kim de Wit" in page
        assert "kim@example.nl" not in page


class TestTheWorkList:
    @pytest.mark.parametrize(
        ("from_asker", "said"), [(True, "de vragensteller schreef het laatst"), (False, "wacht op de vragensteller")]
    )
    def test_it_says_whose_turn_it_is(self, from_asker, said):
        question = question_in(State.IN_DIALOGUE)
        QuestionMessage.objects.create(question=question, text="Eerst.", from_asker=not from_asker)
        QuestionMessage.objects.create(question=question, text="Daarna.", from_asker=from_asker)

        assert said in shown("/kennisvragen/werk/", signed_in(makelaar()))

    def test_of_a_question_without_a_conversation_it_says_nothing(self):
        question_in(State.SUBMITTED)

        assert "vragensteller" not in shown("/kennisvragen/werk/", signed_in(makelaar())).partition("submissions")[2]


def test_what_an_answer_builds_on_is_named_as_its_source_and_once(site):
    answer = AnswerFactory(parent=site.answers)
    insight = InsightFactory(parent=site.insights, title="Elf studies over voorlezen")
    PageRelation.objects.create(source=answer, target=insight, kind=RelationKind.BUILDS_ON)

    page = shown(AnswerPage.objects.get(pk=answer.pk).url).partition("<main")[2].partition("</main>")[0]

    assert page.count("Elf studies over voorlezen") == 1
    assert page.index("Bronnen</h2>") < page.index("Elf studies over voorlezen")


def test_a_form_that_lacks_something_leads_to_each_field(index_now):
    index_now()
    page = Client().post("/kennisvragen/stellen/", {"wording": WORDING, "email": "geen adres"}).content.decode()

    problems = page.partition('role="alert"')[2].partition("</form>")[0]
    assert 'href="#id_name"' in problems
    assert 'href="#id_email"' in problems
