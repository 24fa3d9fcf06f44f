"""The kinds of news of moderation: who hears of them, and what they read."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from delivery.kinds import Kind, Message, Reason, register
from delivery.models import Event
from editorial.groups import CHIEF_EDITOR, EDITOR
from leerlabs.models import Appeal, Decision, DecisionAction, LeerlabMembership, LeerlabPage, MemberRole, Report
from leerlabs.moderation import telling
from leerlabs.moderation.deciding import may_decide_appeal
from leerlabs.moderation.targets import find, may_decide

#: Editors hear of what no moderator of a Leerlab decides on.
_MOST_EDITORS = 20


def _report(event: Event) -> Report | None:
    if "report" not in event.memory:
        reports = Report.objects.select_related("leerlab")
        event.memory["report"] = reports.filter(pk=event.data["report"]).first()
    found: Report | None = event.memory["report"]
    return found


def _decision(event: Event) -> Decision | None:
    if "decision" not in event.memory:
        decisions = Decision.objects.select_related("leerlab", "on_appeal__report")
        event.memory["decision"] = decisions.filter(pk=event.data["decision"]).first()
    found: Decision | None = event.memory["decision"]
    return found


def _appeal(event: Event) -> Appeal | None:
    if "appeal" not in event.memory:
        appeals = Appeal.objects.select_related("decision__leerlab", "decision__concerned", "report")
        event.memory["appeal"] = appeals.filter(pk=event.data["appeal"]).first()
    found: Appeal | None = event.memory["appeal"]
    return found


def moderators_of(leerlab: LeerlabPage | None) -> list[int]:
    """Who decides there; the editors where nobody else does."""
    roles = (MemberRole.MODERATOR, MemberRole.HOST)
    members = LeerlabMembership.objects.active().filter(leerlab=leerlab, role__in=roles)
    ids = list(members.values_list("user_id", flat=True)) if leerlab is not None else []
    return ids or _editors()


def _editors() -> list[int]:
    editors = User.objects.filter(is_active=True, groups__name__in=(EDITOR, CHIEF_EDITOR)).distinct()
    return list(editors.order_by("pk").values_list("pk", flat=True)[:_MOST_EDITORS])


def _moderators(leerlab: LeerlabPage | None) -> list[Reason]:
    why = gettext_lazy("Je beoordeelt meldingen.")
    return [Reason(user_id, why, concerned=True) for user_id in moderators_of(leerlab)]


def _told_of_report(event: Event) -> Iterable[Reason]:
    report = _report(event)
    return _moderators(report.leerlab) if report else []


def _may_see_report(event: Event, user: User) -> bool:
    report = _report(event)
    if report is None:
        return False
    target = find(report.target_kind, report.target_key)
    return may_decide(user, report.leerlab, target.author if target else None)


def _report_presented(event: Event, user: User) -> Message | None:
    report = _report(event)
    if report is None or report.decision_id is not None:
        return None
    what = report.get_target_kind_display()
    where = report.leerlab.title if report.leerlab else _("de site")
    title = _("Melding over een %(what)s in %(where)s") % {"what": what, "where": where}
    return Message(title, report.get_reason_display(), _case_url(report.target_kind, report.target_key))


def _case_url(kind: str, key: str) -> str:
    return reverse("leerlabs:case", args=[kind, key])


def _told_of_decision(event: Event) -> Iterable[Reason]:
    decision = _decision(event)
    if decision is None or decision.concerned_id is None:
        return []
    return [Reason(decision.concerned_id, gettext_lazy("Het gaat over iets van jou."), concerned=True)]


def _is_concerned(event: Event, user: User) -> bool:
    decision = _decision(event)
    return decision is not None and user.pk == decision.concerned_id


_DONE_TO_YOU = {
    DecisionAction.HIDE: gettext_lazy("Iets van jou is verborgen"),
    DecisionAction.DELETE: gettext_lazy("Iets van jou is verwijderd"),
    DecisionAction.WARN: gettext_lazy("Je krijgt een waarschuwing"),
    DecisionAction.SUSPEND: gettext_lazy("Je kunt een tijd niet schrijven"),
}


def _decision_presented(event: Event, user: User) -> Message | None:
    decision = _decision(event)
    if decision is None:
        return None
    title = str(_DONE_TO_YOU[DecisionAction(decision.action)])
    if decision.until:
        day = formats.date_format(timezone.localtime(decision.until), "j F Y")
        title = _("%(title)s (tot %(day)s)") % {"title": title, "day": day}
    text = _("Waarom: %s Een mens heeft dit besloten. Ben je het er niet mee eens? Maak dan bezwaar.") % decision.reason
    return Message(title, text, reverse("leerlabs:appeal", args=[decision.pk]))


def _told_of_answer(event: Event) -> Iterable[Reason]:
    report = _report(event)
    if report is None or report.reporter_id is None:
        return []
    return [Reason(report.reporter_id, gettext_lazy("Je hebt dit gemeld."), concerned=True)]


def _is_reporter(event: Event, user: User) -> bool:
    report = _report(event)
    return report is not None and user.pk == report.reporter_id


def _answer_presented(event: Event, user: User) -> Message | None:
    decision = _decision(event)
    if decision is None:
        return None
    title = _("Over je melding is besloten: %s") % DecisionAction(decision.action).label
    return Message(title, decision.reason, reverse("leerlabs:appeal", args=[decision.pk]))


def _told_of_appeal(event: Event) -> Iterable[Reason]:
    appeal = _appeal(event)
    if appeal is None:
        return []
    ids = {*moderators_of(appeal.decision.leerlab), *_editors()}
    return [Reason(user_id, gettext_lazy("Je beoordeelt meldingen."), concerned=True) for user_id in sorted(ids)]


def _may_see_appeal(event: Event, user: User) -> bool:
    appeal = _appeal(event)
    return appeal is not None and may_decide_appeal(user, appeal)


def _appeal_presented(event: Event, user: User) -> Message | None:
    appeal = _appeal(event)
    if appeal is None or hasattr(appeal, "outcome"):
        return None
    return Message(_("Bezwaar tegen een besluit"), appeal.text, reverse("leerlabs:decide_appeal", args=[appeal.pk]))


def _told_of_outcome(event: Event) -> Iterable[Reason]:
    decision = _decision(event)
    if decision is None or decision.on_appeal is None:
        return []
    appeal = decision.on_appeal
    reporter = appeal.report.reporter_id if appeal.report else None
    ids = {appeal.by_id, reporter, decision.concerned_id} - {None}
    return [Reason(pk, gettext_lazy("Er is bezwaar gemaakt."), concerned=True) for pk in ids if pk is not None]


def _may_see_outcome(event: Event, user: User) -> bool:
    return any(reason.user_id == user.pk for reason in _told_of_outcome(event))


def _outcome_presented(event: Event, user: User) -> Message | None:
    decision = _decision(event)
    if decision is None or decision.on_appeal is None:
        return None
    title = _("Over het bezwaar is besloten: %s") % DecisionAction(decision.action).label
    return Message(title, decision.reason, reverse("leerlabs:appeal", args=[decision.on_appeal.decision_id]))


def connect() -> None:
    """Make these kinds of news known; called once, when the app is ready."""
    register(Kind(telling.REPORTED, _told_of_report, _may_see_report, _report_presented))
    register(Kind(telling.DECIDED, _told_of_decision, _is_concerned, _decision_presented))
    register(Kind(telling.ANSWERED, _told_of_answer, _is_reporter, _answer_presented))
    register(Kind(telling.APPEALED, _told_of_appeal, _may_see_appeal, _appeal_presented))
    register(Kind(telling.APPEAL_DECIDED, _told_of_outcome, _may_see_outcome, _outcome_presented))
