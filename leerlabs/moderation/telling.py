"""Saying what was reported and decided: to who decides, to whom it concerns, and to who reported it."""

from __future__ import annotations

from collections.abc import Iterable

import delivery
from leerlabs.models import Appeal, Decision, DecisionAction, Report
from leerlabs.moderation import letters

REPORTED = "leerlabs.reported"
DECIDED = "leerlabs.decided"
ANSWERED = "leerlabs.report_answered"
APPEALED = "leerlabs.appealed"
APPEAL_DECIDED = "leerlabs.appeal_decided"

#: What is done to somebody, of which they hear with the reasons.
ADVERSE = frozenset({DecisionAction.HIDE, DecisionAction.DELETE, DecisionAction.WARN, DecisionAction.SUSPEND})


def reported(report: Report, title: str = "") -> None:
    """To the moderators; and an acknowledgement, naming ``title``, to who reported it without an account."""
    _announce(REPORTED, f"report:{report.pk}", report.reporter_id, {"report": report.pk})
    if report.reporter_email:
        letters.acknowledge(report, title)


def decided(decision: Decision, reports: Iterable[Report]) -> None:
    """To whose it is, with the reasons; and the answer to everyone who reported it."""
    if decision.action in ADVERSE:
        _announce(DECIDED, f"decision:{decision.pk}", decision.decided_by_id, {"decision": decision.pk})
    for report in reports:
        if report.reporter_id:
            _announce(
                ANSWERED,
                f"report:{report.pk}",
                decision.decided_by_id,
                {"decision": decision.pk, "report": report.pk},
            )
        elif report.reporter_email:
            letters.answer(report, decision)


def appealed(appeal: Appeal) -> None:
    """To those who can decide on it."""
    _announce(APPEALED, f"appeal:{appeal.pk}", appeal.by_id, {"appeal": appeal.pk})


def appeal_decided(decision: Decision, appeal: Appeal) -> None:
    """To who appealed; and to whose it is, when it was somebody else and something changed."""
    _announce(APPEAL_DECIDED, f"appeal:{appeal.pk}", decision.decided_by_id, {"decision": decision.pk})
    if appeal.report is not None and appeal.report.reporter_email:
        letters.answer_appeal(appeal.report, decision)


def _announce(kind: str, about: str, actor_id: int | None, data: dict[str, int]) -> None:
    # What it is about is nothing that one can follow: only those hear of it who are named by its kind.
    delivery.announce(kind, about=about, actor_id=actor_id, data=data, key=f"{kind}:{about}")
