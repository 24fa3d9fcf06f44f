"""Deciding about what was reported: doing it, writing it in the log, and telling whom it concerns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import standing as accounts_standing
from accounts.models import User
from leerlabs import standing
from leerlabs.models import Appeal, Decision, DecisionAction, LeerlabPage, Report, TargetKind
from leerlabs.moderation import telling
from leerlabs.moderation.effects import CARRY_OUT, REVERSED, possible
from leerlabs.moderation.targets import Target, find, may_decide
from leerlabs.standing import Role, site_roles


class NotPossibleError(Exception):
    """A decision that cannot be taken (any more); the message says why, in words for the reader."""


#: How long a suspension can be chosen to last, in days.
SUSPENSIONS = (1, 7, 30, 90)


@transaction.atomic
def decide(
    kind: str, key: str, action: DecisionAction, *, by: User, reason: str, suspended_days: int | None = None
) -> Decision:
    """Decide about all open reports of one thing at once.

    Raises :class:`NotPossibleError` when somebody else decided in the meantime, when it has gone, or when this
    is not this person's to decide.
    """
    reports = list(_open_reports(kind, key).select_for_update())
    if not reports:
        raise NotPossibleError(_("Hierover is al besloten."))
    target = find(kind, key)
    leerlab = target.leerlab if target else reports[0].leerlab
    concerned = target.author if target else None
    if not may_decide(by, leerlab, concerned) or (action in _FOR_EDITORS and Role.EDITOR not in site_roles(by)):
        raise NotPossibleError(_("Hierover kun jij niet besluiten."))
    if action not in possible(target, reports):
        raise NotPossibleError(_("Dat kan hier niet (meer)."))
    until = timezone.now() + timedelta(days=suspended_days) if suspended_days else None
    decision = _carry_out(target, kind, key, leerlab, action, by=by, reason=reason, until=until)
    Report.objects.filter(pk__in=[report.pk for report in reports]).update(decision=decision)
    telling.decided(decision, reports)
    return decision


@transaction.atomic
def decide_appeal(appeal: Appeal, *, by: User, reverse: bool, reason: str) -> Decision:
    """Let a decision stand, or undo it as far as that can be done. Raises :class:`NotPossibleError`."""
    appeal = (
        Appeal.objects.select_for_update(of=("self",)).select_related("decision__leerlab", "report").get(pk=appeal.pk)
    )
    first = appeal.decision
    if hasattr(appeal, "outcome"):
        raise NotPossibleError(_("Over dit bezwaar is al besloten."))
    if not may_decide_appeal(by, appeal):
        raise NotPossibleError(_("Over dit bezwaar beslist iemand anders dan wie het besluit nam."))
    target = find(first.target_kind, first.target_key)
    action = REVERSED[DecisionAction(first.action)] if reverse else DecisionAction.UPHOLD
    if target is None and action not in _WITHOUT_EFFECT:
        action = DecisionAction.WITHDRAW
    decision = _carry_out(
        target, first.target_kind, first.target_key, first.leerlab, action, by=by, reason=reason, appeal=appeal
    )
    telling.appeal_decided(decision, appeal)
    return decision


def may_decide_appeal(user: User, appeal: Appeal) -> bool:
    """Whether this person decides on it: not who decided before, nor who asks."""
    first = appeal.decision
    if user.pk in {first.decided_by_id, appeal.by_id, appeal.report and appeal.report.reporter_id}:
        return False
    return may_decide(user, first.leerlab, first.concerned)


_FOR_EDITORS = frozenset({DecisionAction.SUSPEND, DecisionAction.END_SUSPENSION})
_WITHOUT_EFFECT = frozenset({DecisionAction.UPHOLD, DecisionAction.WITHDRAW, DecisionAction.END_SUSPENSION})


def _carry_out(
    target: Target | None,
    kind: str,
    key: str,
    leerlab: LeerlabPage | None,
    action: DecisionAction,
    *,
    by: User,
    reason: str,
    until: datetime | None = None,
    appeal: Appeal | None = None,
) -> Decision:
    concerned = target.author if target else (appeal.decision.concerned if appeal else None)
    carry_out: Callable[[Target], object] | None = CARRY_OUT.get(action)
    if carry_out is not None and target is not None:
        carry_out(target)
    if concerned is not None and action == DecisionAction.SUSPEND:
        accounts_standing.suspend(concerned, reason=reason, by=by, until=until)
    if concerned is not None and action == DecisionAction.END_SUSPENSION:
        accounts_standing.end_suspensions(concerned, timezone.now())
    standing.forget()
    return Decision.objects.create(
        leerlab=leerlab,
        target_kind=TargetKind(kind),
        target_key=key,
        concerned=concerned,
        action=action,
        reason=reason,
        decided_by=by,
        until=until,
        on_appeal=appeal,
    )


def _open_reports(kind: str, key: str) -> QuerySet[Report]:
    return Report.objects.filter(target_kind=kind, target_key=key, decision=None)
