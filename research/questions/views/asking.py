"""Asking a question; what is there already comes first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from accounts.standing import is_suspended
from caching.policy import never_cached
from research.questions import asking
from research.questions.asking import AskedAlreadyError
from research.questions.forms.asking import AskForm
from research.questions.similar import Similar, similar_to

_MOST_SEEN = 100


@never_cached
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponseBase:
    """The form; then, unless they were seen while typing, what looks like it; then the question is kept."""
    if request.method != "POST":
        return _show(request, AskForm(request=request, initial={"wording": request.GET.get("vraag", "")[:300]}))
    return receive(request, AskForm(request.POST, request=request), _show)


Show = Callable[..., HttpResponse]


def receive(request: HttpRequest, form: AskForm, show: Show, origin: str = "") -> HttpResponseBase:
    """Answer a form that was sent in; ``show(request, form, status=…)`` shows it again. For other rooms as well."""
    if isinstance(request.user, User) and is_suspended(request.user):
        raise PermissionDenied
    if not form.is_valid():
        return show(request, form, status=422)
    seen = set(request.POST.getlist("seen")[:_MOST_SEEN])
    found = similar_to(form.cleaned_data["wording"])
    if any(similar.key not in seen for similar in found):
        context: dict[str, Any] = {"form": form, "similar": found}
        return render(request, "research/questions/similar_step.html", context)
    if form.refuse_too_many():
        return show(request, form, status=422)
    try:
        question = asking.ask(form.asked(), form.person(), form.identity, origin)
    except AskedAlreadyError:
        form.add_error(None, _("Hier is net al een kennisvraag van gemaakt. Jouw vraag is niet verstuurd."))
        return show(request, form, status=409)
    if form.user is None:
        return redirect("questions:sent")
    messages.success(request, _("Je vraag is ingediend. Hier zie je wat ermee gebeurt."))
    return redirect(question)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next, for whoever has no account."""
    return render(request, "research/questions/sent.html")


@never_cached
@require_safe
def similar(request: HttpRequest) -> HttpResponse:
    """What looks like the question that is being typed: a piece of a page."""
    found: list[Similar] = similar_to(request.GET.get("vraag", "")[:300])
    return render(request, "research/questions/similar.html", {"similar": found})


def _show(request: HttpRequest, form: AskForm, status: int = 200) -> HttpResponse:
    typed = form["wording"].value() or ""
    context = {"form": form, "similar": similar_to(str(typed)) if typed else []}
    return render(request, "research/questions/ask.html", context, status=status)
