"""Reporting a post, thread, file or profile, with an account or without."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from caching.policy import never_cached
from leerlabs.moderation.flood import may_report_now
from leerlabs.moderation.forms import ReportForm
from leerlabs.moderation.reporting import Notice
from leerlabs.moderation.reporting import report as keep_report
from leerlabs.moderation.targets import find, may_report

#: A field that people do not see; what fills it in is a robot, and is thanked like anybody else.
TRAP = "homepage"


@never_cached
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The form, and keeping what it says. Raises Http404 for what this reader does not see."""
    target = find(kind, key)
    if target is None or not may_report(request.user, target):
        raise Http404(f"{kind} {key}")
    reporter = request.user if isinstance(request.user, User) else None
    form = ReportForm(request.POST or None, anonymous=reporter is None)
    if request.method == "POST":
        if request.POST.get(TRAP):
            return redirect("leerlabs:reported")
        if form.is_valid() and not may_report_now(request):
            form.add_error(None, _("Er kwamen kort na elkaar veel meldingen van jou. Probeer het over een uur weer."))
        if form.is_valid():
            values = form.cleaned_data
            keep_report(
                target,
                Notice(
                    reason=values["reason"],
                    explanation=values["explanation"],
                    form_token=values["token"],
                    reporter=reporter,
                    name=values.get("name", ""),
                    email=values.get("email", ""),
                ),
            )
            return redirect("leerlabs:reported")
    response = TemplateResponse(
        request, "leerlabs/moderation/report.html", {"form": form, "target": target, "trap": TRAP}
    )
    add_never_cache_headers(response)
    return response


@never_cached
@require_safe
def reported(request: HttpRequest) -> HttpResponse:
    """Thanks, and what happens next."""
    return TemplateResponse(request, "leerlabs/moderation/reported.html")
