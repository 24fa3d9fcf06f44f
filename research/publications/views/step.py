"""One step of the form."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from editorial.contributing.asking import number_in, own_submission
from editorial.contributing.forms import StepForm
from editorial.contributing.going_on import go_on
from editorial.contributing.merging import Answers
from editorial.contributing.saving import Shown
from editorial.contributing.showing import rows_of
from editorial.contributing.steps import Step
from research.publications import saving
from research.publications.models import Submission
from research.publications.saving import now_shown
from research.publications.steps import AUTHORS, BY_CODE, CERTAINTY, STEPS, TEACHER
from research.publications.views.showing import frame, readable


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, uuid: UUID, code: str) -> HttpResponseBase:
    """Shows a step with what is known, or keeps what was filled in and goes on."""
    submission, asked = own_submission(request, Submission, uuid), BY_CODE.get(code)
    if asked is None:
        raise Http404
    shown = now_shown(submission)
    if request.method != "POST":
        return _show(request, submission, asked, asked.form(submission, shown.answers), shown)
    form = asked.form(submission, shown.answers, request.POST)
    version = number_in(request, "version") or 0
    if "take_over" in request.POST:
        saving.take_over(submission, code, asked.form.names, version, number_in(request, "seen"))
        return redirect(STEPS.url(submission, code))
    if not form.is_valid():
        return _show(request, submission, asked, form, shown, version=version, status=422)
    saved = saving.save_step(submission, code, form.answers(), version, number_in(request, "seen"))
    if not saved.done:
        return _show(
            request, submission, asked, form, shown, version=saved.version, elsewhere=saved.elsewhere, status=409
        )
    return go_on(request, submission, STEPS, code)


def _show(
    request: HttpRequest,
    submission: Submission,
    asked: Step,
    form: StepForm,
    shown: Shown,
    *,
    version: int | None = None,
    elsewhere: Answers | None = None,
    status: int = 200,
) -> HttpResponse:
    context = frame(request, submission, shown, asked.code, version)
    context |= {"form": form, "elsewhere": elsewhere, "has_texts": asked.code in {TEACHER, CERTAINTY}}
    if asked.code == AUTHORS:
        is_omitted = "authors" in submission.omitted and not shown.answers.get("authors")
        context |= {"is_omitted": is_omitted, **_beside_authors(shown, elsewhere or {})}
    else:
        context["rows"] = rows_of(
            form,
            form.needed,
            readable,
            conflicts=shown.conflicts,
            elsewhere=elsewhere or {},
            remarks=context["remarks"],
            omitted=submission.omitted,
        )
    template = "authors" if asked.code == AUTHORS else "step"
    return render(request, f"research/publications/{template}.html", context, status=status)


def _beside_authors(shown: Shown, elsewhere: Answers) -> dict[str, str]:
    """Where authors differ: what the editors made of them, and what another window kept, in words."""
    differing = {"theirs": shown.conflicts, "kept_elsewhere": elsewhere}
    return {name: readable("authors", found["authors"]) for name, found in differing.items() if "authors" in found}
