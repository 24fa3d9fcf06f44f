"""Hearing of what happens to a question: members by notification, whoever has no account by mail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import delivery
from accounts.models import User
from delivery import kinds
from delivery.kinds import Kind, Message, Reason
from research.questions import letters
from research.questions.models import (
    CLOSED,
    Assignment,
    AssignmentState,
    Follower,
    Question,
    QuestionMessage,
    State,
    Transition,
)
from research.questions.policy import Action, Role
from research.questions.standing import MAKELAARS, standing_before
from research.questions.step_texts import headline, said_to

STEP, SAID, ASSIGNED = "question_step", "question_said", "question_assigned"


def connect() -> None:
    """Tell delivery what can happen; called once, when the app is ready."""
    kinds.register(Kind(STEP, _audience_of_step, _may_see_step, _present_step))
    kinds.register(Kind(SAID, _audience_of_message, _may_read, _present_message))
    kinds.register(Kind(ASSIGNED, _audience_of_assignment, _may_read, _present_assignment))


def target(question: Question) -> str:
    """What the events of one question are about."""
    return f"kennisvraag:{question.pk}"


def tell_of_step(question: Question, step: Transition) -> None:
    """The question came into another state."""
    delivery.announce(
        STEP,
        about=target(question),
        actor_id=step.actor_id,
        data={"question": question.pk, "step": step.pk},
        key=f"{STEP}:{step.pk}",
    )
    letters.send_step(question, step)


def tell_of_message(question: Question, message: QuestionMessage, *, decided: bool, actor: User | None) -> None:
    """Something was said, or (``decided``) the asker said yes or no to a wording."""
    word = "decided" if decided else "said"
    delivery.announce(
        SAID,
        about=target(question),
        actor_id=actor.pk if actor else None,
        data={"question": question.pk, "message": message.pk, "decided": decided},
        key=f"{SAID}:{message.pk}:{word}",
    )
    if not decided and not message.from_asker:
        letters.send_message(question, message)


def tell_of_assignment(question: Question, assignment: Assignment) -> None:
    """A researcher was asked, or answered."""
    is_asked = assignment.state == AssignmentState.ASKED
    moment = assignment.asked_at if is_asked else assignment.decided_at
    delivery.announce(
        ASSIGNED,
        about=target(question),
        actor_id=assignment.asked_by_id if is_asked else assignment.researcher_id,
        data={"question": question.pk, "assignment": assignment.pk, "state": assignment.state},
        key=f"{ASSIGNED}:{assignment.pk}:{assignment.state}:{moment:%Y%m%d%H%M%S%f}",
    )


def _question(event: Any) -> Question | None:
    if "question" not in event.memory:
        found = Question.objects.select_related("makelaar__profile").filter(pk=event.data["question"]).first()
        event.memory["question"] = found
    question: Question | None = event.memory["question"]
    return question


def _audience_of_step(event: Any) -> Iterable[Reason]:
    question = _question(event)
    step = Transition.objects.filter(pk=event.data["step"]).first()
    if question is None or step is None:
        return
    told = set()
    for follower in Follower.objects.filter(question=question, user__isnull=False):
        told.add(follower.user_id)
        yield _reason_of(follower)
    for user_id in _makelaars_told(question, step.state) - told:
        told.add(user_id)
        yield Reason(user_id, gettext_lazy("Je bent kennismakelaar."), True)
    if step.state in CLOSED:
        working = Assignment.objects.filter(question=question).exclude(state=AssignmentState.DECLINED)
        for user_id in set(working.values_list("researcher", flat=True)) - told:
            yield Reason(user_id, gettext_lazy("Je zoekt deze vraag mee uit."), True)


def _makelaars_told(question: Question, state: str) -> set[int]:
    """All of them hear of a new question; whose question it is, of what others did with it."""
    if state == State.SUBMITTED:
        group = Group.objects.filter(name=MAKELAARS).first()
        return set(group.user_set.filter(is_active=True).values_list("pk", flat=True)) if group else set()
    is_told = question.makelaar_id is not None and state in CLOSED | {State.IN_EDITING}
    return {question.makelaar_id} if is_told and question.makelaar_id else set()


def _reason_of(follower: Follower) -> Reason:
    why = gettext_lazy("Je stelde deze vraag.") if follower.is_asker else gettext_lazy("Je volgt deze vraag.")
    return Reason(int(follower.user_id or 0), why, True)


def _may_see_step(event: Any, user: Any) -> bool:
    """Who follows hears that it ended too, also where the question is no longer there to be read."""
    question = _question(event)
    if question is None:
        return False
    standing = standing_before(question, user)
    return standing.may(Action.SEE, question) or (Role.FOLLOWER in standing.roles and question.state in CLOSED)


def _may_read(event: Any, user: Any) -> bool:
    question = _question(event)
    return question is not None and standing_before(question, user).may(Action.READ_CONVERSATION, question)


def _present_step(event: Any, user: Any) -> Message | None:
    question = _question(event)
    step = Transition.objects.filter(pk=event.data["step"]).first()
    if question is None or step is None:
        return None
    standing = standing_before(question, user)
    title = headline(step.state, question.wording)
    said = said_to(question, step.state, is_asker=Role.ASKER in standing.roles)
    sees = standing.may(Action.SEE, question)
    return Message(title, said, question.get_absolute_url() if sees else reverse("questions:mine"))


def _audience_of_message(event: Any) -> Iterable[Reason]:
    question = _question(event)
    message = QuestionMessage.objects.filter(pk=event.data["message"]).first()
    if question is None or message is None:
        return
    asker = Follower.objects.filter(question=question, is_asker=True, user__isnull=False).first()
    if asker is not None and not message.from_asker and not event.data["decided"]:
        yield _reason_of(asker)
    if question.makelaar_id and (message.from_asker or event.data["decided"] or message.author_id):
        yield Reason(question.makelaar_id, gettext_lazy("Je begeleidt deze vraag."), True)
    researchers = Assignment.objects.filter(question=question, state=AssignmentState.ACCEPTED)
    for user_id in researchers.values_list("researcher", flat=True):
        yield Reason(user_id, gettext_lazy("Je zoekt deze vraag mee uit."), True)


def _present_message(event: Any, user: Any) -> Message | None:
    question = _question(event)
    message = QuestionMessage.objects.filter(pk=event.data["message"]).first()
    if question is None or message is None:
        return None
    if event.data["decided"]:
        title = _("De vragensteller koos over de formulering van “%(question)s”")
    elif message.wording:
        title = _("Een voorstel voor je vraag “%(question)s”")
    else:
        title = _("Een bericht bij “%(question)s”")
    text = Truncator(message.wording or message.text).chars(300)
    return Message(title % {"question": question.wording}, text, f"{question.get_absolute_url()}#gesprek")


def _audience_of_assignment(event: Any) -> Iterable[Reason]:
    question = _question(event)
    assignment = Assignment.objects.filter(pk=event.data["assignment"]).first()
    if question is None or assignment is None:
        return
    if event.data["state"] == AssignmentState.ASKED:
        yield Reason(assignment.researcher_id, gettext_lazy("Een kennismakelaar vraagt je mee te denken."), True)
    elif question.makelaar_id:
        yield Reason(question.makelaar_id, gettext_lazy("Je begeleidt deze vraag."), True)


def _present_assignment(event: Any, user: Any) -> Message | None:
    question = _question(event)
    if question is None:
        return None
    titles = {
        AssignmentState.ASKED: _("Wil je deze vraag mee uitzoeken? “%(question)s”"),
        AssignmentState.ACCEPTED: _("Een onderzoeker pakt “%(question)s” op"),
        AssignmentState.DECLINED: _("Een onderzoeker kan “%(question)s” niet oppakken"),
    }
    title = titles[AssignmentState(event.data["state"])] % {"question": question.wording}
    return Message(title, "", question.get_absolute_url())


def work_url() -> str:
    """The list of what there is to do."""
    return reverse("questions:work")
