"""Who has to do with a question, and the questions themselves."""

import re

from django.contrib.auth.models import Group
from django.test import Client

from delivery.models import OutgoingMail
from research.questions import asking
from research.questions.asking import Asked, Person
from research.questions.models import Assignment, AssignmentState, Follower, Question
from tests.factories import UserFactory

WORDING = "Helpt hardop voorlezen leerlingen in groep 7 die weinig lezen?"
_LINK = re.compile(r"(/kennisvragen/link/[\w-]{43}/)")


def named(name: str, group: str = ""):
    """Somebody with a name that everyone sees, in a group."""
    user = UserFactory()
    user.profile.display_name = name
    user.profile.save()
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def makelaar(name: str = "Noor Verbinder"):
    """A kennismakelaar."""
    return named(name, "Kennismakelaar")


def signed_in(user) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(user)
    return client


def question_in(state: str, asker=None, **values) -> Question:
    """A question of a member that stands at ``state``, without the way there."""
    question = Question.objects.create(
        **{"wording": WORDING, "asked_as": WORDING, "form_token": f"token-{Question.objects.count()}", **values},
        state=state,
    )
    Follower.objects.create(question=question, user=asker or UserFactory(), is_asker=True)
    return question


def asked_by_mail(email: str = "kim@example.nl", wording: str = WORDING) -> Question:
    """A question without an account, not confirmed yet."""
    person = Person(name="Kim de Wit", email=email)
    return asking.ask(Asked(wording), person, f"token-{Question.objects.count()}")


def assigned(question: Question, state: str = AssignmentState.ACCEPTED):
    """A researcher who was asked, and answered so."""
    researcher = named("Ravi Onderzoeker")
    Assignment.objects.create(question=question, researcher=researcher, state=state)
    return researcher


def mails_to(address: str) -> list[OutgoingMail]:
    """The oldest first."""
    return list(OutgoingMail.objects.filter(address=address).order_by("pk"))


def link_in(mail: OutgoingMail) -> str:
    """The private link in this mail."""
    found = _LINK.search(mail.text)
    assert found, mail.text
    return found[1]
