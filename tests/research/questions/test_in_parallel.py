"""The same step at the same moment, from several connections."""

import pytest

from research.questions import asking, drafts, workflow
from research.questions.asking import Asked, Person
from research.questions.drafts import Writing
from research.questions.models import AnswerDraft, AssignmentState, Follower, ProposalState, Question, State, Transition
from research.questions.workflow import Who
from tests.factories import UserFactory
from tests.organisations.race import at_once
from tests.research.questions.people import WORDING, asked_by_mail, assigned, makelaar, question_in

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


def test_confirmed_at_once_it_is_submitted_once():
    question = asked_by_mail()
    who = Who(None, Follower.objects.select_related("question").get())

    outcomes = at_once(*[lambda: workflow.confirm(question.pk, who).state] * 4)

    assert outcomes == ["NotAllowedError"] * 3 + [State.SUBMITTED]
    assert Transition.objects.count() == 1


def test_accepted_and_rejected_at_once_one_of_them_holds():
    question, noor, els = question_in(State.SUBMITTED), makelaar(), makelaar("Els Verbinder")

    outcomes = at_once(
        lambda: workflow.accept(question.pk, Who(noor)).state,
        lambda: workflow.withdraw(question.pk, Who(question.followers.get().user)).state,
        lambda: workflow.reject(question.pk, Who(els), "Nee.").state,
    )

    last = Transition.objects.latest("pk").state
    assert Question.objects.get().state == last
    # Accepting leaves withdrawing and rejecting possible; an end leaves nothing.
    assert outcomes.count("NotAllowedError") == 3 - Transition.objects.count()


def test_a_proposal_is_decided_once():
    asker = UserFactory()
    question = question_in(State.IN_DIALOGUE, asker)
    message = workflow.propose_wording(question.pk, Who(makelaar()), WORDING + " Echt?", "")

    outcomes = at_once(*[lambda: workflow.decide_wording(question.pk, Who(asker), message.pk, accepted=True).state] * 3)

    assert outcomes == ["NotAllowedError", "NotAllowedError", State.IN_DIALOGUE]
    message.refresh_from_db()
    assert message.proposal == ProposalState.ACCEPTED


def test_two_researchers_take_it_on_with_one_step():
    question = question_in(State.ACCEPTED)
    both = [assigned(question, AssignmentState.ASKED) for _ in range(2)]

    at_once(*[lambda user=user: workflow.take_on(question.pk, Who(user)).state for user in both])

    assert question.assignments.filter(state=AssignmentState.ACCEPTED).count() == 2
    assert Transition.objects.filter(state=State.IN_RESEARCH).count() == 1


def test_the_same_form_sent_at_once_is_one_question():
    user = UserFactory()

    outcomes = at_once(*[lambda: asking.ask(Asked(WORDING), Person(user=user), "hetzelfde").wording] * 3)

    assert outcomes == [WORDING] * 3
    assert Question.objects.count() == 1


def test_two_who_make_a_question_of_the_same_conversation_at_once_make_one():
    people = [UserFactory() for _ in range(4)]

    def ask(user, number):
        return lambda: asking.ask(Asked(WORDING), Person(user=user), f"woord-{number}", "thread:1").wording

    outcomes = at_once(*[ask(user, number) for number, user in enumerate(people)])

    assert outcomes == ["AskedAlreadyError"] * 3 + [WORDING]
    assert Question.objects.filter(origin="thread:1").count() == 1


def test_of_two_windows_that_keep_a_draft_at_once_one_is_kept_and_the_other_hears():
    question = question_in(State.IN_RESEARCH)
    people = [assigned(question), makelaar(), makelaar("Els Verbinder")]

    def keep(user):
        window = Writing(f"venster-{user.pk}", 0, 1)
        return lambda: drafts.keep(question.pk, Who(user), window, {"explanation": f"Van {user.pk}"}).version

    outcomes = at_once(*[keep(user) for user in people])

    assert outcomes == ["1", "OthersWroteError", "OthersWroteError"]
    row = AnswerDraft.objects.get()
    assert row.values == {"explanation": f"Van {row.writer_id}"}


def test_of_savings_of_one_window_that_overtake_each_other_the_newest_stays():
    question = question_in(State.IN_RESEARCH)
    ravi = assigned(question)

    def keep(number):
        return lambda: drafts.keep(question.pk, Who(ravi), Writing("venster", 0, number), {"limits": str(number)}).pk

    at_once(keep(2), keep(4), keep(1), keep(3))

    assert AnswerDraft.objects.get().values == {"limits": "4"}


def test_somebody_follows_once():
    question, user = question_in(State.ACCEPTED), UserFactory()

    at_once(*[lambda: asking.follow(question.pk, Who(user), Person(user=user)).pk] * 3)

    assert question.followers.filter(user=user).count() == 1
