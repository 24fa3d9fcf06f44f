"""Carrying out what happens to a kennisvraag. Each function takes the question's lock, asks the policy, and tells.

All of them raise :class:`NotAllowedError` when the question stands where this cannot be done (any more), or when
whoever asks may not do it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from caching import generation
from research.questions import events
from research.questions.models import (
    PUBLIC,
    Assignment,
    AssignmentState,
    Follower,
    ProposalState,
    Question,
    QuestionMessage,
    Transition,
)
from research.questions.policy import Action, leads_to
from research.questions.promises import promised_day
from research.questions.standing import Asking, Standing, standing_before


class NotAllowedError(Exception):
    """This cannot be done with the question as it stands now."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who does something: an account, or the follower whose private link was used."""

    user: Asking = None
    follower: Follower | None = None


def locked(question_id: int, who: Who, action: Action) -> tuple[Question, Standing]:
    """The question as it is now, held until the transaction ends. Raises :class:`NotAllowedError`."""
    question = Question.objects.select_for_update().get(pk=question_id)
    standing = standing_before(question, who.user, who.follower)
    if not standing.may(action, question):
        raise NotAllowedError(f"{action} at {question.state}")
    return question, standing


def move(question: Question, action: Action, actor: User | None) -> None:
    """Bring a locked question where ``action`` leads, promise a day, keep the step and tell everyone concerned."""
    state, was_public = leads_to(action, question.state), question.is_public
    if state == question.state:
        question.save()
        return
    question.state, question.state_since = state, timezone.now()
    question.promised_on = promised_day(state, timezone.localdate())
    question.save()
    step = Transition.objects.create(question=question, state=state, action=action, actor=actor)
    events.tell_of_step(question, step)
    if was_public or state in PUBLIC:
        generation.renew_on_commit()


@transaction.atomic
def confirm(question_id: int, who: Who) -> Question:
    """The address is theirs: now the question counts."""
    question, standing = locked(question_id, who, Action.CONFIRM)
    if standing.follower is not None:
        Follower.objects.filter(pk=standing.follower.pk).update(confirmed_at=timezone.now())
    move(question, Action.CONFIRM, standing.user)
    return question


@transaction.atomic
def withdraw(question_id: int, who: Who) -> Question:
    """Who asked does not want to know any more."""
    question, standing = locked(question_id, who, Action.WITHDRAW)
    move(question, Action.WITHDRAW, standing.user)
    return question


@transaction.atomic
def take(question_id: int, who: Who) -> Question:
    """A kennismakelaar makes it theirs, also from a colleague."""
    question, standing = locked(question_id, who, Action.TAKE)
    question.makelaar = standing.user
    move(question, Action.TAKE, standing.user)
    return question


@transaction.atomic
def write(question_id: int, who: Who, text: str) -> QuestionMessage:
    """Say something to each other."""
    question, standing = locked(question_id, who, Action.WRITE)
    return say(question, standing, text=text)


@transaction.atomic
def propose_wording(question_id: int, who: Who, wording: str, text: str) -> QuestionMessage:
    """Offer the asker another wording. One that still lay open makes way for it."""
    question, standing = locked(question_id, who, Action.PROPOSE_WORDING)
    question.messages.filter(proposal=ProposalState.OPEN).update(
        proposal=ProposalState.DECLINED, decided_at=timezone.now()
    )
    question.makelaar = question.makelaar or standing.user
    move(question, Action.PROPOSE_WORDING, standing.user)
    return say(question, standing, text=text, wording=wording, proposal=ProposalState.OPEN)


@transaction.atomic
def decide_wording(question_id: int, who: Who, message_id: int, *, accepted: bool) -> Question:
    """The asker takes a proposed wording over, or does not. Raises also when another proposal took its place."""
    question, standing = locked(question_id, who, Action.DECIDE_WORDING)
    message = question.messages.filter(pk=message_id, proposal=ProposalState.OPEN).first()
    if message is None:
        raise NotAllowedError("that proposal does not lie open")
    message.proposal = ProposalState.ACCEPTED if accepted else ProposalState.DECLINED
    message.decided_at = timezone.now()
    if accepted:
        message.replaced, question.wording = question.wording, message.wording
        if question.is_public:
            generation.renew_on_commit()
    message.save()
    move(question, Action.DECIDE_WORDING, standing.user)
    events.tell_of_message(question, message, decided=True, actor=standing.user)
    return question


@transaction.atomic
def accept(question_id: int, who: Who) -> Question:
    """It will be looked into. From here on everyone may read its wording."""
    question, standing = locked(question_id, who, Action.ACCEPT)
    question.makelaar = question.makelaar or standing.user
    move(question, Action.ACCEPT, standing.user)
    return question


@transaction.atomic
def assign(question_id: int, who: Who, researcher: User) -> Assignment:
    """Ask a member to look into it; who said no before is asked again. Raises for somebody who was asked already."""
    question, standing = locked(question_id, who, Action.ASSIGN)
    assignment, is_new = Assignment.objects.get_or_create(
        question=question, researcher=researcher, defaults={"asked_by": standing.user}
    )
    if not is_new:
        if assignment.state != AssignmentState.DECLINED:
            raise NotAllowedError("asked already")
        assignment.state, assignment.asked_at, assignment.decided_at = AssignmentState.ASKED, timezone.now(), None
        assignment.asked_by = standing.user
        assignment.save()
    events.tell_of_assignment(question, assignment)
    return assignment


@transaction.atomic
def take_on(question_id: int, who: Who) -> Question:
    """A researcher takes it on; with the first one it is being looked into."""
    question, standing = locked(question_id, who, Action.TAKE_ON)
    _decide_assignment(question, standing, AssignmentState.ACCEPTED)
    move(question, Action.TAKE_ON, standing.user)
    return question


@transaction.atomic
def decline(question_id: int, who: Who) -> Question:
    """A researcher cannot, or cannot any more. The kennismakelaar hears and looks further."""
    question, standing = locked(question_id, who, Action.DECLINE)
    _decide_assignment(question, standing, AssignmentState.DECLINED)
    return question


@transaction.atomic
def reject(question_id: int, who: Who, reason: str) -> Question:
    """It is not looked into, and why."""
    question, standing = locked(question_id, who, Action.REJECT)
    question.reason = reason
    question.makelaar = question.makelaar or standing.user
    move(question, Action.REJECT, standing.user)
    return question


@transaction.atomic
def reopen(question_id: int, who: Who) -> Question:
    """What was decided was not right."""
    question, standing = locked(question_id, who, Action.REOPEN)
    question.reason = ""
    question.referred_page = question.referred_question = question.referred_organisation = None
    move(question, Action.REOPEN, standing.user)
    return question


def say(
    question: Question, standing: Standing, *, text: str, wording: str = "", proposal: str = ProposalState.NONE
) -> QuestionMessage:
    """Put something in the conversation of a locked question, and tell who takes part in it."""
    from_asker = standing.follower is not None and standing.follower.is_asker
    message = QuestionMessage.objects.create(
        question=question, author=standing.user, from_asker=from_asker, text=text, wording=wording, proposal=proposal
    )
    events.tell_of_message(question, message, decided=False, actor=standing.user)
    return message


def _decide_assignment(question: Question, standing: Standing, state: AssignmentState) -> None:
    assignment = Assignment.objects.get(question=question, researcher=standing.user)
    assignment.state, assignment.decided_at = state, timezone.now()
    assignment.save()
    events.tell_of_assignment(question, assignment)
