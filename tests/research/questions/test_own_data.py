"""What is kept of who asks, follows and answers; and when it goes."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts import own_data as everyones_data
from research.questions import asking, own_data, retention, workflow
from research.questions.asking import Asked, Person
from research.questions.models import Follower, Question, State
from research.questions.workflow import Who
from tests.accounts.traces import traces_of
from tests.factories import UserFactory
from tests.research.questions.people import asked_by_mail, link_in, mails_to, makelaar, named, question_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def asker(site):
    """Somebody who asked a question that everyone may read, and one that nobody reads yet."""
    user = named("Herkenbaar Persoon")
    for number, why in enumerate(("herkenbare reden", "tweede herkenbare reden")):
        asked = Asked(f"Hoe leren kinderen lezen met plezier, deel {number}?", why=why)
        question = asking.ask(asked, Person(user=user), f"woord-{number}")
        workflow.write(question.pk, Who(user), "een herkenbaar bericht")
    workflow.accept(Question.objects.earliest("pk").pk, Who(makelaar()))
    return user


def test_the_archive_holds_questions_conversations_and_what_is_followed(asker):
    followed = question_in(State.ACCEPTED)
    asking.follow(followed.pk, Who(asker), Person(user=asker))
    files = {file.path: json.loads(file.as_bytes()) for file in own_data.export(asker)}

    asked = Question.objects.filter(followers__user=asker, followers__is_asker=True).earliest("pk")
    assert files[f"{asked.uuid}.json"]["gesprek"][0]["tekst"] == "een herkenbaar bericht"
    assert [row["vraag"] for row in files["gevolgd.json"]] == [followed.wording]


def test_leaving_leaves_the_public_question_and_nothing_of_who_asked_it(asker):
    assert traces_of("herkenba") != []
    everyones_data.leave(asker)

    assert traces_of("herkenba") == []
    assert [question.state for question in Question.objects.all()] == [State.ACCEPTED]


def test_a_question_whose_asker_left_goes_on(asker):
    everyones_data.leave(asker)
    question = Question.objects.get()
    workflow.reject(question.pk, Who(makelaar()), "Dit staat al elders.")

    assert Client().get(question.get_absolute_url()).status_code == 404


def test_who_helped_answering_leaves_the_conversation_without_a_name(site):
    noor, asker = makelaar(), UserFactory()
    question = question_in(State.IN_DIALOGUE, asker, makelaar=noor)
    workflow.write(question.pk, Who(noor), "Vertel eens.")
    everyones_data.leave(noor)

    question.refresh_from_db()
    assert question.makelaar is None
    assert question.messages.get().author is None


def test_what_nobody_confirmed_goes(site):
    asked_by_mail()
    running = question_in(State.ACCEPTED)
    asking.follow(running.pk, Who(), Person(name="Kim", email="kim@example.nl"))

    assert retention.forget_unconfirmed(timezone.now() - DAY) == 0
    assert retention.forget_unconfirmed(timezone.now() + DAY) == 2
    assert list(Question.objects.all()) == [running]
    assert not Follower.objects.filter(email="kim@example.nl").exists()


def test_long_after_the_end_the_address_of_who_asked_goes(site):
    question = asked_by_mail()
    Client().post(link_in(mails_to("kim@example.nl")[0]) + "bevestigen/")
    Question.objects.filter(pk=question.pk).update(state=State.ANSWERED, why="Ik ben Kim.")

    assert retention.forget_contacts(timezone.now() + DAY) == 1
    question.refresh_from_db()
    asker = question.followers.get()
    assert (question.why, asker.name, asker.email, asker.link_hash) == ("", "", "", None)
