"""Heeft het geholpen?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from caching.unlisted import unlisted
from editorial.reading import page_url
from research.questions import helping
from research.questions.forms.helping import OutcomeForm
from research.questions.models import Outcome
from research.questions.policy import Action
from research.questions.views.reaching import Reached, by_token, by_uuid


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def did_it_help(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Asked of a member."""
    return _ask(request, by_uuid(request, uuid))


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def did_it_help_by_link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Asked of whoever has the private link."""
    return _ask(request, by_token(token))


def _ask(request: HttpRequest, reached: Reached) -> HttpResponseBase:
    follower, page = reached.standing.follower, reached.question.answer_page
    if follower is None or page is None or not reached.may(Action.TELL_WHETHER_IT_HELPED):
        raise Http404
    form = OutcomeForm(request.POST if request.method == "POST" else None)
    if follower.answered_at is None and request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        helping.tell(reached.question.pk, reached.who, Outcome(given["outcome"]), given["words"])
        messages.success(request, _("Dank je wel. Zo weten we waar een antwoord aan helpt."))
        return redirect(reached.base)
    context = {
        "question": reached.question,
        "answer_url": page_url(page),
        "follower": follower,
        "form": form if follower.answered_at is None else None,
    }
    return render(request, "research/questions/did_it_help.html", context, status=422 if form.errors else 200)
