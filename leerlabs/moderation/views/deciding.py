"""The queue of the moderators and editors, one case, and the log."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.asking import the_member
from accounts.models import User
from accounts.profiles import display_name
from caching.policy import never_cached
from leerlabs.labs.access import in_leerlab
from leerlabs.labs.paging import page_links
from leerlabs.models import Appeal, DecisionAction, LeerlabPage, Report
from leerlabs.moderation import deciding, queue
from leerlabs.moderation.deciding import NotPossibleError, may_decide_appeal
from leerlabs.moderation.effects import possible
from leerlabs.moderation.forms import AppealDecisionForm, DecisionForm
from leerlabs.moderation.targets import find, may_decide
from leerlabs.policy import moderated_leerlabs
from leerlabs.standing import Role, site_roles, standing_in

LOG_PAGE = 50


@require_safe
@in_leerlab("leerlab.moderate")
def queue_of_leerlab(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """What waits in one Leerlab."""
    return _queue(request, leerlab)


@require_safe
@in_leerlab("leerlab.moderate")
def log_of_leerlab(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """What was decided in one Leerlab."""
    return _log(request, leerlab)


@never_cached
@require_safe
@login_required
def queue_of_site(request: HttpRequest) -> HttpResponse:
    """What waits in all Leerlabs that this person moderates; for editors the profiles too."""
    _refuse_who_moderates_nothing(request)
    return _queue(request, None)


@never_cached
@require_safe
@login_required
def log_of_site(request: HttpRequest) -> HttpResponse:
    """What was decided in them."""
    _refuse_who_moderates_nothing(request)
    return _log(request, None)


@never_cached
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def case(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """What was said about one thing, and the decision. Raises Http404 for whoever does not decide there."""
    by = the_member(request)
    reports = list(
        Report.objects.filter(target_kind=kind, target_key=key)
        .select_related("leerlab", "reporter__profile", "decision__decided_by__profile")
        .order_by("created_at")
    )
    target = find(kind, key)
    leerlab = target.leerlab if target else (reports[0].leerlab if reports else None)
    if not reports or not may_decide(by, leerlab, target.author if target else None):
        raise Http404(f"{kind} {key}")
    waiting = [report for report in reports if report.decision_id is None]
    form = DecisionForm(request.POST or None, actions=_actions(by, possible(target, waiting)))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        action = DecisionAction(values["action"])
        try:
            deciding.decide(kind, key, action, by=by, reason=values["reason"], suspended_days=form.days)
        except NotPossibleError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Het besluit is genomen. Wie het aangaat, hoort ervan."))
            return _back(leerlab, by)
    context = {
        "target": target,
        "leerlab": leerlab,
        "author": display_name(target.author, by) if target else "",
        "reports": [(report, display_name(report.reporter, by)) for report in reports],
        "waiting": bool(waiting),
        "form": form,
    }
    return _page(request, "case", context)


@never_cached
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def decide_appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody has against a decision, and the second look."""
    by = the_member(request)
    appeals = Appeal.objects.select_related("decision__leerlab", "decision__concerned", "report", "outcome")
    appeal = get_object_or_404(appeals, pk=pk)
    decision = appeal.decision
    if not may_decide_appeal(by, appeal):
        raise Http404(pk)
    form = AppealDecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            deciding.decide_appeal(appeal, by=by, reverse=values["outcome"] == "reverse", reason=values["reason"])
        except NotPossibleError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Over het bezwaar is besloten. Wie het aangaat, hoort ervan."))
            return _back(decision.leerlab, by)
    context = {
        "appeal": appeal,
        "decision": decision,
        "leerlab": decision.leerlab,
        "target": find(decision.target_kind, decision.target_key),
        "excerpt": decision.reports.order_by("-pk").values_list("excerpt", flat=True).first() or "",
        "form": form,
    }
    return _page(request, "decide_appeal", context)


def _queue(request: HttpRequest, leerlab: LeerlabPage | None) -> HttpResponse:
    user = the_member(request)
    appeals = [appeal for appeal in queue.open_appeals(user, leerlab) if may_decide_appeal(user, appeal)]
    return _page(request, "queue", {"leerlab": leerlab, "waiting": queue.waiting(user, leerlab), "appeals": appeals})


def _log(request: HttpRequest, leerlab: LeerlabPage | None) -> HttpResponse:
    user = the_member(request)
    page = Paginator(queue.log(user, leerlab), LOG_PAGE).get_page(request.GET.get("pagina"))
    lines = [
        (decision, display_name(decision.decided_by, user), display_name(decision.concerned, user)) for decision in page
    ]
    return _page(request, "log", {"leerlab": leerlab, "lines": lines, **page_links(request, page)})


def _actions(by: User, actions: list[DecisionAction]) -> list[DecisionAction]:
    if Role.EDITOR in site_roles(by):
        return actions
    return [action for action in actions if action != DecisionAction.SUSPEND]


def _back(leerlab: LeerlabPage | None, by: User) -> HttpResponse:
    if leerlab is not None and Role.MEMBER in standing_in(by, leerlab.pk).roles:
        return redirect("leerlabs:queue", leerlab.slug)
    return redirect("leerlabs:site_queue")


def _refuse_who_moderates_nothing(request: HttpRequest) -> None:
    user = the_member(request)
    if Role.EDITOR not in site_roles(user) and not moderated_leerlabs(user).exists():
        raise PermissionDenied


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    response = TemplateResponse(request, f"leerlabs/moderation/{name}.html", context)
    add_never_cache_headers(response)
    return response
