"""A decision as it is told to whom it concerns, and the appeal against it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.asking import the_member
from accounts.models import User
from caching.unlisted import unlisted
from leerlabs.models import Appeal, Decision, Report
from leerlabs.moderation import appealing, letters
from leerlabs.moderation.forms import AppealForm


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """For an account: whose it is about, or who reported it. Raises Http404 for anybody else."""
    user = the_member(request)
    decision = get_object_or_404(Decision.objects.select_related("leerlab"), pk=pk)
    if not appealing.may_see(user, decision):
        raise Http404(pk)
    report = None if user.pk == decision.concerned_id else appealing.own_report(user, decision)
    return _page(
        request,
        decision,
        made=appealing.made_by(user, decision),
        is_possible=appealing.may_appeal(user, decision),
        by=user,
        report=report,
    )


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def appeal_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """For who reported something without an account, by the link in the answer."""
    report = letters.report_behind(token)
    if report is None or report.decision is None:
        raise Http404("unknown link")
    made = Appeal.objects.filter(report=report, decision=report.decision).select_related("outcome").first()
    is_possible = made is None and report.decision.action not in appealing.GRANTED
    return _page(request, report.decision, made=made, is_possible=is_possible, by=None, report=report)


def _page(
    request: HttpRequest,
    decision: Decision,
    *,
    made: Appeal | None,
    is_possible: bool,
    by: User | None,
    report: Report | None,
) -> HttpResponse:
    form = AppealForm(request.POST or None) if is_possible else None
    if form is not None and request.method == "POST" and form.is_valid():
        appealing.appeal(decision, form.cleaned_data["text"], by=by, report=report)
        messages.success(request, _("Je bezwaar is verstuurd. Iemand anders beslist opnieuw; je hoort de uitkomst."))
        return redirect(request.path)
    return TemplateResponse(
        request,
        "leerlabs/moderation/appeal.html",
        {
            "decision": decision,
            "made": made,
            "outcome": getattr(made, "outcome", None) if made else None,
            "form": form,
            "excerpt": decision.reports.order_by("-pk").values_list("excerpt", flat=True).first() or "",
        },
    )
