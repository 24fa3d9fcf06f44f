"""What was written of an answer and not sent: kept while somebody types, and seen as readers will see it."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from caching.policy import never_cached
from research.questions import drafts
from research.questions.answering import latest_draft
from research.questions.drafts import OthersWroteError, Writing
from research.questions.policy import Action
from research.questions.preview import preview_context
from research.questions.views.answer_page_form import values_of
from research.questions.views.reaching import by_uuid
from research.questions.workflow import NotAllowedError


@never_cached
@require_POST
def keep(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """What the script of the form asks; says the number that is kept, and whether that is what was sent."""
    reached = by_uuid(request, uuid)
    if not reached.may(Action.DRAFT_ANSWER):
        raise PermissionDenied
    writing = Writing.sent(request.POST, by_button=False)
    if not writing.number or not writing.window:
        return JsonResponse({}, status=400)
    try:
        row = drafts.keep(reached.question.pk, reached.who, writing, drafts.typed_in(request.POST))
    except OthersWroteError as problem:
        return JsonResponse({"version": problem.draft.version, "kept": False})
    except NotAllowedError:
        return JsonResponse({}, status=409)
    return JsonResponse({"version": row.version, "kept": True})


@never_cached
@login_required
@require_safe
def preview(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """What is kept of it, or else what the editors have, in the page's own form."""
    reached = by_uuid(request, uuid)
    if not reached.may(Action.DRAFT_ANSWER):
        raise PermissionDenied
    question = reached.question
    draft, page = drafts.draft_of(question), latest_draft(question)
    if draft is None and page is None:
        return redirect("questions:answer", question.uuid)
    values = draft.values if draft else values_of(page, request)
    context = preview_context(question, values, reached.standing.user, request)
    return render(request, "research/questions/answer_preview.html", context)
