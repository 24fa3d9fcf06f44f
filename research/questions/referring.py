"""Referring a question: to an insight or another page, to another question, or to an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.db import transaction
from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.models import Page

from editorial.addresses import site_root_path
from editorial.publicity import public
from organisations.models import Organisation
from research.questions.models import Question
from research.questions.policy import Action
from research.questions.workflow import Who, locked, move


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a question is referred to: one of three."""

    page: Page | None = None
    question: Question | None = None
    organisation: Organisation | None = None


@transaction.atomic
def refer(question_id: int, who: Who, goal: Goal, reason: str) -> Question:
    """Somebody else has the answer: who, and why. Raises NotAllowedError, also for a question referred to itself."""
    question, standing = locked(question_id, who, Action.REFER)
    question.referred_page = goal.page
    question.referred_question = goal.question if goal.question and goal.question.pk != question.pk else None
    question.referred_organisation = goal.organisation
    question.reason = reason
    question.makelaar = question.makelaar or standing.user
    move(question, Action.REFER, standing.user)
    return question


def goal_at(address: str) -> Goal | None:
    """What stands at this address of ours (whole, or the path): a public page, a question or an organisation."""
    path = urlsplit(address.strip()).path
    path = path.removeprefix("/en") if path.startswith("/en/") else path
    if not path.startswith("/"):
        return None
    if not path.endswith("/"):
        path += "/"
    try:
        with translation.override("nl"):
            match = resolve(path)
    except Resolver404:
        return None
    if match.view_name == "questions:question":
        return _goal_of_question(match.kwargs["uuid"])
    if match.view_name == "organisations:page":
        found = Organisation.objects.filter(slug=match.kwargs["slug"]).first()
        return Goal(organisation=found) if found else None
    root = site_root_path()
    page = public(Page.objects.filter(url_path=f"{root.rstrip('/')}{path}")).first() if root else None
    return Goal(page=page) if page is not None else None


def _goal_of_question(uuid: UUID) -> Goal | None:
    found = Question.objects.filter(uuid=uuid).first()
    return Goal(question=found) if found is not None and found.is_public else None
