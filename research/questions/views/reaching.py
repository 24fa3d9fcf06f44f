"""Which question is asked for, and by whom: at its own address, or by a private link."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from research.questions.links import follower_with
from research.questions.models import Question
from research.questions.policy import Action
from research.questions.standing import Standing, standing_before
from research.questions.workflow import Who


@dataclass(frozen=True, slots=True)
class Reached:
    """A question, who reads it, and the address below which its actions stand."""

    question: Question
    who: Who
    standing: Standing
    base: str

    def may(self, action: Action) -> bool:
        """Whether this reader may."""
        return self.standing.may(action, self.question)


_RELATED = (
    "makelaar__profile",
    "level",
    "subject",
    "theme",
    "answer_page",
    "referred_page",
    "referred_question",
    "referred_organisation",
)


def by_uuid(request: HttpRequest, uuid: UUID) -> Reached:
    """At its own address. Raises Http404 when this reader may not know of it."""
    found = Question.objects.select_related(*_RELATED).filter(uuid=uuid).first()
    if found is None:
        raise Http404
    standing = standing_before(found, request.user)
    if not standing.may(Action.SEE, found):
        raise Http404
    return Reached(found, Who(request.user), standing, found.get_absolute_url())


def by_token(token: str) -> Reached:
    """By a private link, whoever is signed in. Raises Http404 for one that is not, or no longer."""
    follower = follower_with(token)
    if follower is None:
        raise Http404
    question = Question.objects.select_related(*_RELATED).get(pk=follower.question_id)
    follower.question = question
    standing = standing_before(question, None, follower)
    return Reached(question, Who(None, follower), standing, reverse("questions:by_link", args=[token]))
