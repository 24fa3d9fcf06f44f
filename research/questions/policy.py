"""Who may do what with a kennisvraag, and where that brings it: one table of state × role × action.

Whoever asks is described by :mod:`research.questions.standing`; :mod:`research.questions.workflow` carries actions out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from research.questions.models import OPEN, PUBLIC, State


class Role(StrEnum):
    """What somebody can be to a question. One may be several at once; everyone is a visitor."""

    VISITOR = "visitor"
    FOLLOWER = "follower"
    ASKER = "asker"
    INVITED = "invited"  # a researcher who has not yet said whether they take it on
    RESEARCHER = "researcher"
    MAKELAAR = "makelaar"
    EDITOR = "editor"


class Action(StrEnum):
    """What can be done with a question. The values stand in addresses."""

    SEE = "zien"
    READ_CONVERSATION = "gesprek"
    CONFIRM = "bevestigen"
    WITHDRAW = "intrekken"
    TAKE = "oppakken"
    WRITE = "bericht"
    PROPOSE_WORDING = "voorstellen"
    DECIDE_WORDING = "voorstel-beslissen"
    ACCEPT = "aannemen"
    PROMISE = "beloven"
    ASSIGN = "vragen"
    TAKE_ON = "meedoen"
    DECLINE = "afzien"
    DRAFT_ANSWER = "antwoorden"
    PUBLISH = "publiceren"
    TAKE_BACK = "terughalen"
    REFER = "doorverwijzen"
    REJECT = "afwijzen"
    REOPEN = "heropenen"
    FOLLOW = "volgen"
    STOP_FOLLOWING = "ontvolgen"
    RENEW_LINK = "nieuwe-link"
    TELL_WHETHER_IT_HELPED = "hielp-het"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may, and from which state to which. A state that an action leaves alone leads to itself."""

    roles: frozenset[Role]
    moves: Mapping[State, State]


def _rule(roles: Collection[Role], *stays: State, **moves: State) -> Rule:
    """``moves`` by the name of the state that they start from; in ``stays`` the state remains."""
    return Rule(
        frozenset(roles), {**{state: state for state in stays}, **{State[name]: to for name, to in moves.items()}}
    )


_EVERYONE = (Role.VISITOR,)
_WORKERS = (Role.MAKELAAR, Role.RESEARCHER, Role.EDITOR)
_CONFIRMED = tuple(state for state in State if state != State.UNCONFIRMED)
_IN_OPEN = tuple(state for state in State if state in OPEN)

#: Every action there is. Seeing is in two rules: what is public, and what is not yet (or no longer).
TABLE: dict[Action, Rule] = {
    Action.SEE: _rule(_EVERYONE, *PUBLIC),
    Action.READ_CONVERSATION: _rule((Role.ASKER, Role.INVITED, *_WORKERS), *_CONFIRMED),
    Action.CONFIRM: _rule((Role.ASKER,), UNCONFIRMED=State.SUBMITTED),
    Action.WITHDRAW: _rule(
        (Role.ASKER,),
        UNCONFIRMED=State.WITHDRAWN,
        SUBMITTED=State.WITHDRAWN,
        IN_DIALOGUE=State.WITHDRAWN,
        ACCEPTED=State.WITHDRAWN,
        IN_RESEARCH=State.WITHDRAWN,
    ),
    Action.TAKE: _rule(
        (Role.MAKELAAR,),
        *(state for state in _IN_OPEN if state != State.SUBMITTED),
        SUBMITTED=State.IN_DIALOGUE,
    ),
    Action.WRITE: _rule((Role.ASKER, Role.MAKELAAR, Role.RESEARCHER), *_IN_OPEN),
    Action.PROPOSE_WORDING: _rule(
        (Role.MAKELAAR,), State.IN_DIALOGUE, State.ACCEPTED, State.IN_RESEARCH, SUBMITTED=State.IN_DIALOGUE
    ),
    Action.DECIDE_WORDING: _rule((Role.ASKER,), State.IN_DIALOGUE, State.ACCEPTED, State.IN_RESEARCH),
    Action.ACCEPT: _rule((Role.MAKELAAR,), SUBMITTED=State.ACCEPTED, IN_DIALOGUE=State.ACCEPTED),
    Action.PROMISE: _rule((Role.MAKELAAR,), *_IN_OPEN),
    Action.ASSIGN: _rule((Role.MAKELAAR,), State.ACCEPTED, State.IN_RESEARCH),
    Action.TAKE_ON: _rule((Role.INVITED,), State.IN_RESEARCH, ACCEPTED=State.IN_RESEARCH),
    Action.DECLINE: _rule((Role.INVITED, Role.RESEARCHER), State.ACCEPTED, State.IN_RESEARCH),
    Action.DRAFT_ANSWER: _rule(
        (Role.MAKELAAR, Role.RESEARCHER), State.IN_EDITING, ACCEPTED=State.IN_EDITING, IN_RESEARCH=State.IN_EDITING
    ),
    Action.PUBLISH: _rule((Role.EDITOR,), State.ANSWERED, IN_EDITING=State.ANSWERED),
    Action.TAKE_BACK: _rule((Role.EDITOR,), ANSWERED=State.IN_EDITING),
    Action.REFER: _rule(
        (Role.MAKELAAR, Role.EDITOR),
        SUBMITTED=State.REFERRED,
        IN_DIALOGUE=State.REFERRED,
        ACCEPTED=State.REFERRED,
        IN_RESEARCH=State.REFERRED,
    ),
    Action.REJECT: _rule(
        (Role.MAKELAAR, Role.EDITOR),
        SUBMITTED=State.REJECTED,
        IN_DIALOGUE=State.REJECTED,
        ACCEPTED=State.REJECTED,
    ),
    Action.REOPEN: _rule((Role.MAKELAAR, Role.EDITOR), REFERRED=State.IN_DIALOGUE, REJECTED=State.IN_DIALOGUE),
    Action.FOLLOW: _rule(_EVERYONE, State.ACCEPTED, State.IN_RESEARCH, State.IN_EDITING),
    Action.STOP_FOLLOWING: _rule((Role.FOLLOWER,), *State),
    Action.RENEW_LINK: _rule((Role.ASKER, Role.FOLLOWER), *_CONFIRMED),
    Action.TELL_WHETHER_IT_HELPED: _rule((Role.ASKER, Role.FOLLOWER), State.ANSWERED),
}

#: Who sees a question that is not public, besides the rule above.
SEES_ALWAYS = frozenset({Role.ASKER})
SEES_CONFIRMED = frozenset({Role.INVITED, Role.RESEARCHER, Role.MAKELAAR, Role.EDITOR})


def may(roles: Collection[Role], action: Action, state: str) -> bool:
    """Whether somebody with these roles may do this with a question in this state."""
    held = frozenset(roles)
    if action == Action.SEE and held & _seeing(State(state)):
        return True
    rule = TABLE[action]
    if not held & rule.roles or State(state) not in rule.moves:
        return False
    # Who asked follows already.
    return action != Action.FOLLOW or not held & {Role.ASKER, Role.FOLLOWER}


def leads_to(action: Action, state: str) -> State:
    """The state after this action. Raises KeyError where it is not allowed to anyone."""
    return TABLE[action].moves[State(state)]


def _seeing(state: State) -> frozenset[Role]:
    return SEES_ALWAYS if state == State.UNCONFIRMED else SEES_ALWAYS | SEES_CONFIRMED
