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
from editorial.contributing.following import reply
from editorial.contributing.forms import ReplyForm
from editorial.contributing.going_on import throw_away
from editorial.contributing.overviews import entries_of, overview
from practices.contributing.steps import STEPS
from practices.models import Submission


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """All that I wrote, sent in or not."""
    entries = entries_of(Submission, the_member(request), STEPS)
    return render(request, "practices/contributing/mine.html", {"entries": entries})


@login_required
@require_safe
def submission(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Where it stands and what the editors say."""
    return _show(request, own_submission(request, Submission, uuid))


@login_required
@require_POST
def answer(request: HttpRequest, uuid: UUID, comment_id: int) -> HttpResponseBase:
    """Answers one comment, which the editors then see at the same place in the text."""
    found = own_submission(request, Submission, uuid)
    comment = get_object_or_404(Comment, pk=comment_id, page_id=found.page_id or 0)
    form = ReplyForm(request.POST, prefix=f"c{comment.pk}")
    if not form.is_valid():
        return _show(request, found, {comment.pk: form}, status=422)
    reply(comment, the_member(request), form.cleaned_data["text"])
    messages.success(request, _("Je antwoord staat erbij."))
    return redirect(f"{STEPS.overview_url(found)}#opmerking-{comment.pk}")


@login_required
@require_POST
def delete(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Throws away what was not sent in."""
    found = own_submission(request, Submission, uuid)
    return throw_away(request, found, found.pictures.all(), STEPS)


def _show(
    request: HttpRequest, found: Submission, bound: dict[int, ReplyForm] | None = None, status: int = 200
) -> HttpResponse:
    context = overview(found, the_member(request), STEPS)
    forms = bound or {}
    context["remarks"] = [
        (one, forms.get(one.said.pk) or ReplyForm(prefix=f"c{one.said.pk}")) for one in context["remarks"]
    ]
    return render(request, "practices/contributing/submission.html", context, status=status)
