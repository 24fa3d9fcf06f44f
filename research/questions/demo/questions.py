"""Questions in several states. One that is there is left alone: what happened to it since is its own story."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.utils import timezone

from editorial.demonstration.content import Item
from editorial.demonstration.identity import at_clock, stable_uuid
from editorial.demonstration.rows import Tally, checked
from research.models import InsightPage
from research.questions.demo.people import Example
from research.questions.models import (
    OPEN,
    AnswerPage,
    Assignment,
    AssignmentState,
    Follower,
    Outcome,
    ProposalState,
    Question,
    QuestionMessage,
    State,
    Transition,
)
from research.questions.promises import promised_day, working_days_after
from vocabulary.models import Level, Subject, Theme

_MAKELAAR, _RESEARCHER = "marit-ketelhuis", "jorrit-wendelaar"
#: The way to each state, with the working days that every step took.
_WAY: dict[str, tuple[State, ...]] = {
    State.SUBMITTED: (State.SUBMITTED,),
    State.IN_DIALOGUE: (State.SUBMITTED, State.IN_DIALOGUE),
    State.ACCEPTED: (State.SUBMITTED, State.IN_DIALOGUE, State.ACCEPTED),
    State.IN_RESEARCH: (State.SUBMITTED, State.IN_DIALOGUE, State.ACCEPTED, State.IN_RESEARCH),
    State.REFERRED: (State.SUBMITTED, State.IN_DIALOGUE, State.REFERRED),
    State.ANSWERED: (
        State.SUBMITTED,
        State.IN_DIALOGUE,
        State.ACCEPTED,
        State.IN_RESEARCH,
        State.IN_EDITING,
        State.ANSWERED,
    ),
}
_DAYS_A_STEP = 3


def load_question(item: Item, people: Mapping[str, Example], pages: Mapping[str, AnswerPage], tally: Tally) -> None:
    """The question with its way, what was said, and who follows it."""
    uuid = stable_uuid("kennisvraag", item.slug)
    if Question.objects.filter(uuid=uuid).exists():
        tally.kept += 1
        return
    state = State(item["state"])
    makelaar = None if state == State.SUBMITTED else people[_MAKELAAR].user
    steps = _moments(item, state)
    question = Question(
        uuid=uuid,
        wording=item["wording"],
        asked_as=item["asked_as"],
        why=item.get("why", ""),
        tried=item.get("tried", ""),
        level=Level.objects.filter(code=item.get("level")).first(),
        subject=Subject.objects.filter(code=item.get("subject")).first(),
        theme=Theme.objects.filter(slug=item.get("theme")).first(),
        state=state,
        state_since=steps[-1][1],
        makelaar=makelaar,
        created_at=at_clock(item["asked"], time(8, 40)),
        form_token=f"demo-{item.slug}",
        reason=item.get("reason", ""),
        answer_page=pages[item["answer"]] if "answer" in item else None,
        referred_page=InsightPage.objects.filter(slug=item.get("referred")).first(),
    )
    if state in OPEN:
        question.promised_on = promised_day(state, timezone.localdate())
    if item.get("late"):
        question.promised_on = working_days_after(item["asked"], 5)
    checked(question, item)
    question.save()
    asker = Follower.objects.create(question=question, user=people[item["asker"]].user, is_asker=True)
    Follower.objects.filter(pk=asker.pk).update(created_at=question.created_at, confirmed_at=question.created_at)
    _replies(item, question)
    for name, at in steps:
        Transition.objects.create(question=question, state=name, action="demo", actor=makelaar, at=at)
    if state in {State.IN_RESEARCH, State.ANSWERED}:
        Assignment.objects.create(
            question=question,
            researcher=people[_RESEARCHER].user,
            asked_by=makelaar,
            state=AssignmentState.ACCEPTED,
            asked_at=steps[2][1],
            decided_at=steps[3][1],
        )
    _messages(item, question, steps[1][1] if len(steps) > 1 else steps[0][1], people)
    tally.made += 1


def _replies(item: Item, question: Question) -> None:
    """What others said of whether the answer helped: counted, without a name, as real replies end up too."""
    for outcome, number in item.get("helped", {}).items():
        for _ in range(number):
            Follower.objects.create(question=question, outcome=Outcome(outcome), answered_at=timezone.now())


def _moments(item: Item, state: State) -> list[tuple[State, datetime]]:
    """Each step some working days after the one before it, and never in the time to come."""
    day, moments = item["asked"], []
    for name in _WAY[state]:
        moments.append((name, min(at_clock(day, time(9, 10)), timezone.now())))
        day = working_days_after(day, _DAYS_A_STEP)
    return moments


def _messages(item: Item, question: Question, begun: datetime, people: Mapping[str, Example]) -> None:
    for number, said in enumerate(item.get("messages", [])):
        from_asker = said["by"] == "asker"
        QuestionMessage.objects.create(
            question=question,
            author=people[item["asker"] if from_asker else _MAKELAAR].user,
            from_asker=from_asker,
            text=said["text"],
            wording=said.get("wording", ""),
            proposal=ProposalState.OPEN if said.get("wording") else ProposalState.NONE,
            at=min(begun + timedelta(hours=3 * number + 1), timezone.now()),
        )
