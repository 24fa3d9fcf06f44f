"""What waits for a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from accounts.models import User
from leerlabs.models import Appeal, Decision, LeerlabPage, Report, TargetKind
from leerlabs.policy import moderated_leerlabs
from leerlabs.standing import Role, site_roles


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that was reported, however often."""

    kind: TargetKind
    key: str
    leerlab: LeerlabPage | None
    since: datetime
    times: int
    reasons: Sequence[str]
    excerpt: str
    is_first_post: bool


def waiting(user: User, leerlab: LeerlabPage | None = None) -> list[Waiting]:
    """What this person decides about, the longest waiting first; of one Leerlab, or of all. Three queries."""
    reports = _theirs(Report.objects.filter(decision=None), user, leerlab)
    groups = reports.values("target_kind", "target_key").annotate(
        since=Min("created_at"), times=Count("pk"), latest=Max("pk")
    )
    found = list(groups.order_by("since")[:200])
    latest = {report.pk: report for report in Report.objects.filter(pk__in=[group["latest"] for group in found])}
    leerlabs = LeerlabPage.objects.in_bulk({report.leerlab_id for report in latest.values() if report.leerlab_id})
    return [
        Waiting(
            kind=TargetKind(group["target_kind"]),
            key=group["target_key"],
            leerlab=leerlabs.get(report.leerlab_id or 0),
            since=group["since"],
            times=group["times"],
            reasons=[report.get_reason_display()],
            excerpt=report.excerpt,
            is_first_post=report.occasion == Report.Occasion.FIRST_POST,
        )
        for group in found
        if (report := latest[group["latest"]])
    ]


def open_count(user: User, leerlab: LeerlabPage) -> int:
    """How many reports wait in one Leerlab, of whatever."""
    return _theirs(Report.objects.filter(decision=None), user, leerlab).count()


def open_appeals(user: User, leerlab: LeerlabPage | None = None) -> QuerySet[Appeal]:
    """Appeals that wait; whether this very person may decide is asked of each."""
    found = Appeal.objects.filter(outcome=None).select_related("decision__leerlab", "decision__concerned", "report")
    return found.filter(_of(user, leerlab, "decision__leerlab")).order_by("created_at")


def log(user: User, leerlab: LeerlabPage | None = None) -> QuerySet[Decision]:
    """What was decided, the latest first; ``has_case`` says that what was said about it is still there."""
    reports = Report.objects.filter(target_kind=OuterRef("target_kind"), target_key=OuterRef("target_key"))
    found = Decision.objects.select_related("leerlab", "concerned__profile", "decided_by__profile")
    found = found.annotate(has_case=Exists(reports))
    return found.filter(_of(user, leerlab, "leerlab")).order_by("-decided_at", "-pk")


def _theirs(reports: QuerySet[Report], user: User, leerlab: LeerlabPage | None) -> QuerySet[Report]:
    return reports.filter(_of(user, leerlab, "leerlab"))


def _of(user: User, leerlab: LeerlabPage | None, field: str) -> Q:
    if leerlab is not None:
        return Q(**{field: leerlab})
    condition = Q(**{f"{field}__in": moderated_leerlabs(user).values("pk")})
    # What stands in no Leerlab is the editors'.
    return condition | Q(**{field: None}) if Role.EDITOR in site_roles(user) else condition
