"""Not agreeing with a decision: whose it is about, or who reported it, once each."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from accounts.models import User
from leerlabs.models import Appeal, Decision, DecisionAction, Report
from leerlabs.moderation import telling
from leerlabs.moderation.telling import ADVERSE

#: Decisions that give who reported it what they asked for.
GRANTED = frozenset({DecisionAction.HIDE, DecisionAction.DELETE, DecisionAction.SUSPEND})


def may_see(user: User, decision: Decision) -> bool:
    """Whether this person is concerned by it: it is about something of theirs, or they reported it."""
    return user.pk == decision.concerned_id or decision.reports.filter(reporter=user).exists()


def may_appeal(user: User, decision: Decision) -> bool:
    """Whether this person can ask for another decision; on an appeal there is no further one."""
    if decision.on_appeal_id is not None or made_by(user, decision) is not None:
        return False
    if user.pk == decision.concerned_id:
        return decision.action in ADVERSE
    return decision.action not in GRANTED and own_report(user, decision) is not None


def own_report(user: User, decision: Decision) -> Report | None:
    """What this person reported, to which the decision was the answer."""
    return decision.reports.filter(reporter=user).order_by("pk").first()


def made_by(user: User, decision: Decision) -> Appeal | None:
    """The appeal that this person made, with its outcome if there is one."""
    return decision.appeals.filter(by=user).select_related("outcome").first()


def appeal(decision: Decision, text: str, *, by: User | None, report: Report | None) -> Appeal:
    """Ask for another decision by somebody else; asking twice is asking once."""
    try:
        with transaction.atomic():
            made = Appeal.objects.create(decision=decision, by=by, report=report, text=text)
            telling.appealed(made)
            return made
    except IntegrityError:
        return Appeal.objects.get(decision=decision, report=report)
