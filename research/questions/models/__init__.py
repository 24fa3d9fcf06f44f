"""Kennisvragen, who follow them, what is said about them, and their answers."""

from research.questions.models.answer import AnswerIndexPage, AnswerPage
from research.questions.models.conversation import Assignment, AssignmentState, ProposalState, QuestionMessage
from research.questions.models.draft import AnswerDraft
from research.questions.models.follower import Follower, Outcome
from research.questions.models.question import Question, Transition
from research.questions.models.state import CLOSED, OPEN, PUBLIC, State

__all__ = [
    "CLOSED",
    "OPEN",
    "PUBLIC",
    "AnswerDraft",
    "AnswerIndexPage",
    "AnswerPage",
    "Assignment",
    "AssignmentState",
    "Follower",
    "Outcome",
    "ProposalState",
    "Question",
    "QuestionMessage",
    "State",
    "Transition",
]
