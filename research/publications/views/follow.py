"""Following what was sent in: where it stands, and what the editors say."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Comment

from accounts.asking import the_member
from editorial.contributing.asking import own_submission
from editorial.contributing.following import Stage, reply
from editorial.contributing.forms import ReplyForm
from editorial.contributing.going_on import throw_away
from editorial.contributing.overviews import entries_of, overview
from research.publications.models import Submission
from research.publications.steps import STEPS


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """All that I brought in, sent in or not."""
    entries = entries_of(Submission, the_member(request), STEPS)
    return render(request, "research/publications/mine.html", {"entries": entries})


@login_required
@require_safe
def submission(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Where it stands and what the editors say."""
    found = own_submission(request, Submission, uuid)
    context = overview(found, the_member(request), STEPS)
    if context["stage"] == Stage.PUBLISHED:
        # What had to be done before that is over.
        context["returned"] = []
    return render(request, "research/publications/submission.html", context)


@login_required
@require_POST
def answer(request: HttpRequest, uuid: UUID, comment_id: int) -> HttpResponseBase:
    """Answers one comment beside its field; the editors then see it at the same place in the text."""
    found = own_submission(request, Submission, uuid)
    comment = get_object_or_404(Comment, pk=comment_id, page_id=found.page_id or 0)
    form = ReplyForm(request.POST)
    if form.is_valid():
        reply(comment, the_member(request), form.cleaned_data["text"])
        messages.success(request, _("Je antwoord staat erbij."))
    else:
        messages.error(request, _("Schrijf eerst een antwoord, van hooguit 2000 tekens."))
    back = request.POST.get("from", "")
    if back == "overview":
        address = STEPS.overview_url(found)
    else:
        address = STEPS.url(found, STEPS.step_of(comment.contentpath.split(".")[0]))
    return redirect(f"{address}#opmerking-{comment.pk}")


@login_required
@require_POST
def delete(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Throws away what was not sent in."""
    found = own_submission(request, Submission, uuid)
    return throw_away(request, found, found.files.all(), STEPS)
