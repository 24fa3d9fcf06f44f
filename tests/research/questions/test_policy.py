"""Every state × role × action, walked whole: what the policy's table says, and what carrying it out says."""

import pytest

from research.questions import policy
from research.questions.models import OPEN, PUBLIC, AssignmentState, Follower, State
from research.questions.policy import TABLE, Action, Role
from research.questions.standing import standing_before
from tests.factories import UserFactory
from tests.research.questions.people import assigned, makelaar, named, question_in

U, S, D, A, R, E, W, X, N, T = (
    State.UNCONFIRMED,
    State.SUBMITTED,
    State.IN_DIALOGUE,
    State.ACCEPTED,
    State.IN_RESEARCH,
    State.IN_EDITING,
    State.ANSWERED,
    State.REFERRED,
    State.REJECTED,
    State.WITHDRAWN,
)
ALL = frozenset(State)
CONFIRMED = ALL - {U}
NOTHING: frozenset = frozenset()
PUBLIC_STATES = {A, R, E, W, X}
WORKED_ON = {S, D, A, R, E}


def _each(keys, states):
    """The same for each of these."""
    return dict.fromkeys(keys, states)


#: Action → role → the states in which that role may do it. A role that is not named may never.
EXPECTED = {
    Action.SEE: {
        Role.VISITOR: PUBLIC_STATES,
        Role.FOLLOWER: PUBLIC_STATES,
        Role.ASKER: ALL,
        Role.INVITED: CONFIRMED,
        Role.RESEARCHER: CONFIRMED,
        Role.MAKELAAR: CONFIRMED,
        Role.EDITOR: CONFIRMED,
    },
    Action.READ_CONVERSATION: _each((Role.ASKER, Role.INVITED, Role.RESEARCHER, Role.MAKELAAR, Role.EDITOR), CONFIRMED),
    Action.CONFIRM: {Role.ASKER: {U}},
    Action.WITHDRAW: {Role.ASKER: {U, S, D, A, R}},
    Action.TAKE: {Role.MAKELAAR: WORKED_ON},
    Action.WRITE: _each((Role.ASKER, Role.MAKELAAR, Role.RESEARCHER), WORKED_ON),
    Action.PROPOSE_WORDING: {Role.MAKELAAR: {S, D, A, R}},
    Action.DECIDE_WORDING: {Role.ASKER: {D, A, R}},
    Action.ACCEPT: {Role.MAKELAAR: {S, D}},
    Action.PROMISE: {Role.MAKELAAR: WORKED_ON},
    Action.ASSIGN: {Role.MAKELAAR: {A, R}},
    Action.TAKE_ON: {Role.INVITED: {A, R}},
    Action.DECLINE: {Role.INVITED: {A, R}, Role.RESEARCHER: {A, R}},
    Action.DRAFT_ANSWER: _each((Role.MAKELAAR, Role.RESEARCHER), {A, R, E}),
    Action.PUBLISH: {Role.EDITOR: {E, W}},
    Action.TAKE_BACK: {Role.EDITOR: {W}},
    Action.REFER: _each((Role.MAKELAAR, Role.EDITOR), {S, D, A, R}),
    Action.REJECT: _each((Role.MAKELAAR, Role.EDITOR), {S, D, A}),
    Action.REOPEN: _each((Role.MAKELAAR, Role.EDITOR), {X, N}),
    Action.FOLLOW: _each(set(Role) - {Role.ASKER, Role.FOLLOWER}, {A, R, E}),
    Action.STOP_FOLLOWING: {Role.FOLLOWER: ALL},
    Action.RENEW_LINK: _each((Role.ASKER, Role.FOLLOWER), CONFIRMED),
    Action.TELL_WHETHER_IT_HELPED: _each((Role.ASKER, Role.FOLLOWER), {W}),
}
#: Action → the states that it leads to, from where it changes any.
LEADS = {
    Action.CONFIRM: {U: S},
    Action.WITHDRAW: _each((U, S, D, A, R), T),
    Action.TAKE: {S: D},
    Action.PROPOSE_WORDING: {S: D},
    Action.ACCEPT: {S: A, D: A},
    Action.TAKE_ON: {A: R},
    Action.DRAFT_ANSWER: {A: E, R: E},
    Action.PUBLISH: {E: W},
    Action.TAKE_BACK: {W: E},
    Action.REFER: _each((S, D, A, R), X),
    Action.REJECT: _each((S, D, A), N),
    Action.REOPEN: {X: D, N: D},
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_a_role_may_do_it_in_just_these_states(action, role):
    allowed = {state for state in State if policy.may({Role.VISITOR, role}, action, state)}

    assert allowed == set(EXPECTED[action].get(role, NOTHING))


@pytest.mark.parametrize("action", Action)
def test_an_action_leads_where_it_should(action):
    changed = {state: to for state, to in TABLE[action].moves.items() if state != to}

    assert changed == LEADS.get(action, {})


def test_every_action_has_a_row():
    assert set(TABLE) == set(EXPECTED) == set(Action)


def test_public_and_open_states_are_what_the_rows_say():
    assert (PUBLIC, OPEN) == (PUBLIC_STATES, WORKED_ON)


@pytest.mark.django_db
class TestWhoSomebodyIs:
    def test_a_visitor_is_nothing_else(self):
        assert standing_before(question_in(S), None).roles == {Role.VISITOR}

    def test_who_asked_is_the_asker(self):
        asker = UserFactory()

        assert standing_before(question_in(S, asker), asker).roles == {Role.VISITOR, Role.ASKER}

    def test_who_follows_with_an_account_is_a_follower(self):
        question, user = question_in(A), UserFactory()
        Follower.objects.create(question=question, user=user)

        assert standing_before(question, user).roles == {Role.VISITOR, Role.FOLLOWER}

    def test_an_address_that_nobody_confirmed_follows_nothing(self):
        question = question_in(A)
        follower = Follower.objects.create(question=question, email="kim@example.nl")

        assert standing_before(question, None, follower).roles == {Role.VISITOR}

    @pytest.mark.parametrize(
        ("state", "role"),
        [(AssignmentState.ASKED, Role.INVITED), (AssignmentState.ACCEPTED, Role.RESEARCHER)],
    )
    def test_a_researcher_is_invited_until_taking_it_on(self, state, role):
        question = question_in(A)

        assert role in standing_before(question, assigned(question, state)).roles

    def test_who_declined_is_nobody_in_particular(self):
        question = question_in(A)
        user = assigned(question, AssignmentState.DECLINED)

        assert standing_before(question, user).roles == {Role.VISITOR}

    @pytest.mark.parametrize("group", ["Redacteur", "Eindredacteur"])
    def test_editors_are_of_their_group(self, group):
        assert Role.EDITOR in standing_before(question_in(S), named("Els", group)).roles

    def test_makelaars_are_of_theirs(self):
        assert standing_before(question_in(S), makelaar()).roles == {Role.VISITOR, Role.MAKELAAR}

    def test_whose_account_was_closed_is_a_visitor(self):
        user = makelaar()
        user.is_active = False

        assert standing_before(question_in(S), user).roles == {Role.VISITOR}
