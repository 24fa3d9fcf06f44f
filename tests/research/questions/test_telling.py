"""Who hears when a question ends, gets another day, or lies with the editors; and of a mail that was lost."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from delivery import kinds
from delivery.models import Event, OutgoingMail
from research.questions import asking, workflow
from research.questions.asking import Person
from research.questions.models import AssignmentState, Follower, State
from research.questions.workflow import Who
from tests.factories import UserFactory
from tests.research.questions.people import (
    WORDING,
    asked_by_mail,
    assigned,
    link_in,
    mails_to,
    makelaar,
    question_in,
    signed_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def act(user, question, action, **sent):
    return signed_in(user).post(f"{question.get_absolute_url()}{action}/", sent)


def last_step():
    return Event.objects.filter(kind="question_step").latest("pk")


def told(event):
    """Who would be told of it."""
    kind = kinds.get(event.kind)
    return {reason.user_id for reason in kind.audience(event)} - {event.actor_id}


def follower_by_mail(question, email="fem@example.nl"):
    return Follower.objects.create(question=question, email=email, confirmed_at=timezone.now())


class TestAnEndWithoutAnAnswer:
    @pytest.fixture
    def rejected(self):
        """A question that everyone could follow, and that is not looked into after all."""
        question = question_in(State.ACCEPTED)
        question.member = UserFactory()
        Follower.objects.create(question=question, user=question.member)
        follower_by_mail(question)
        act(makelaar(), question, "afwijzen", reason="Alleen voor wie het vroeg.")
        return question

    def test_who_follows_by_mail_hears_that_it_ended_and_not_why(self, rejected):
        mail = mails_to("fem@example.nl")[-1]

        assert "wordt niet uitgezocht" in mail.subject
        assert "Er komt hier dus geen antwoord" in mail.text
        assert "Alleen voor wie het vroeg" not in mail.text

    def test_a_member_who_follows_hears_it_on_the_site(self, rejected):
        event = last_step()
        kind = kinds.get(event.kind)

        assert rejected.member.pk in told(event)
        assert kind.may_see(event, rejected.member)
        message = kind.present(event, rejected.member)
        assert message.url == "/account/kennisvragen/"
        assert "Alleen voor wie het vroeg" not in message.text

    def test_among_what_they_follow_it_stands_without_a_link_that_leads_nowhere(self, rejected):
        page = signed_in(rejected.member).get("/account/kennisvragen/").content.decode()

        assert WORDING in page
        assert "Afgewezen" in page
        assert rejected.get_absolute_url() not in page

    def test_somebody_else_hears_nothing(self, rejected):
        assert not kinds.get("question_step").may_see(last_step(), UserFactory())


class TestWhoWorkOnIt:
    @pytest.mark.parametrize("state", [AssignmentState.ASKED, AssignmentState.ACCEPTED])
    def test_researchers_hear_that_they_can_stop(self, state):
        asker = UserFactory()
        question = question_in(State.IN_RESEARCH, asker)
        researcher = assigned(question, state)
        declined = UserFactory()
        question.assignments.create(researcher=declined, state=AssignmentState.DECLINED)
        workflow.withdraw(question.pk, Who(asker))

        assert researcher.pk in told(last_step())
        assert declined.pk not in told(last_step())

    def test_the_makelaar_hears_that_it_lies_with_the_editors(self):
        noor = makelaar()
        question = question_in(State.IN_RESEARCH, makelaar=noor)
        ravi = assigned(question)
        _locked, standing = workflow.locked(question.pk, Who(ravi), workflow.Action.DRAFT_ANSWER)
        workflow.move(question, workflow.Action.DRAFT_ANSWER, standing.user)

        assert noor.pk in told(last_step())
        assert makelaar("Een ander").pk not in told(last_step())


class TestAnotherDay:
    def test_who_asked_gets_the_day_and_the_reason_by_mail(self):
        asking_by_mail = asked_by_mail()
        Client().post(link_in(mails_to("kim@example.nl")[0]) + "bevestigen/")
        day = timezone.localdate() + timedelta(days=30)
        noor = makelaar()
        act(noor, asking_by_mail, "oppakken")
        act(noor, asking_by_mail, "beloven", day=day.isoformat(), why="De onderzoeker is ziek.")

        mail = mails_to("kim@example.nl")[-1]
        assert "Je hoort nu uiterlijk" in mail.text
        assert "De onderzoeker is ziek." in mail.text

    def test_the_same_day_again_says_nothing(self):
        question = question_in(State.IN_DIALOGUE, promised_on=timezone.localdate() + timedelta(days=3))
        act(makelaar(), question, "beloven", day=question.promised_on.isoformat())

        assert not question.messages.exists()


class TestALostMail:
    def test_who_asks_again_to_follow_gets_it_again_the_next_day_and_not_before(self, monkeypatch):
        question = question_in(State.ACCEPTED)
        fem = Person(name="Fem", email="fem@example.nl")
        for _ in range(2):
            asking.follow(question.pk, Who(None), fem)
        assert OutgoingMail.objects.filter(address=fem.email).count() == 1

        tomorrow = timezone.localdate() + timedelta(days=1)
        monkeypatch.setattr("research.questions.letters.timezone.localdate", lambda *_: tomorrow)
        asking.follow(question.pk, Who(None), fem)
        first, second = mails_to(fem.email)
        assert link_in(first) == link_in(second)
