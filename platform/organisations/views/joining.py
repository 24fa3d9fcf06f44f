"""``/aansluiten/``: an organisation asks to join the alliance, with an account or without."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from caching.policy import never_cached
from organisations import joining, policy
from organisations.forms.joining import ApplicationForm


@require_http_methods(["GET", "HEAD", "POST"])
@never_cached
def join(request: HttpRequest) -> HttpResponseBase:
    """The form, and taking it in. Who sends it twice gets the same thanks."""
    if request.method != "POST":
        return _form(request, ApplicationForm(request=request))
    if not policy.may(request.user, "application.submit"):
        return HttpResponse(status=403)
    form = ApplicationForm(request.POST, request=request)
    if not form.is_valid():
        return _form(request, form, status=422)
    if not form.was_sent_before:
        joining.submit(form.save(commit=False))
    return redirect("organisations:join_thanks")


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens now."""
    return render(request, "organisations/join_thanks.html")


def _form(request: HttpRequest, form: ApplicationForm, status: int = 200) -> HttpResponse:
    return render(request, "organisations/join.html", {"form": form}, status=status)
