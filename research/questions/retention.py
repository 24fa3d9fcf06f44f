"""What goes by itself: questions that nobody confirmed, and of one that ended long ago who asked or followed it and
what was written and never sent."""

from __future__ import annotations

from datetime import datetime

from research.questions.asking import forget
from research.questions.models import CLOSED, AnswerDraft, Follower, Question, State
from research.questions.own_data import erase_asker

#: So many go in one night; the next night comes.
MOST_A_NIGHT = 1000


def forget_unconfirmed(before: datetime) -> int:
    """Questions and followers whose address nobody showed to be theirs."""
    questions = Question.objects.filter(state=State.UNCONFIRMED, created_at__lt=before)
    gone = questions.count()
    questions.delete()
    followers = Follower.objects.filter(user=None, confirmed_at=None, created_at__lt=before).exclude(email="")
    gone += followers.count()
    followers.delete()
    return gone


def forget_contacts(before: datetime) -> int:
    """Who asked or followed without an account, after the question ended; what everyone reads stays."""
    ended = Follower.objects.filter(user=None, question__state__in=CLOSED, question__state_since__lt=before).exclude(
        email=""
    )
    old = list(ended.select_related("question").order_by("pk")[:MOST_A_NIGHT])
    for follower in old:
        if follower.is_asker:
            erase_asker(follower)
        else:
            forget(follower)
    return len(old)


def forget_drafts(before: datetime) -> int:
    """What was written of an answer and not sent, after the question ended."""
    old = AnswerDraft.objects.filter(question__state__in=CLOSED, question__state_since__lt=before)
    return old.delete()[0]
