"""One step of the form."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.unsent import keeps_unsent
from editorial.contributing.asking import number_in, own_submission
from editorial.contributing.field_rows import rows_of
from editorial.contributing.filling_in import FilledIn, fill_in
from editorial.contributing.merging import Answers
from editorial.contributing.saving import Shown
from research.publications.forms.fields_of_kinds import sorted_for
from research.publications.models import Submission
from research.publications.saving import SAVING
from research.publications.steps import AUTHORS, BY_CODE, CERTAINTY, REFERENCE, STEPS, TEACHER
from research.publications.views.showing import frame, readable


@keeps_unsent
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, uuid: UUID, code: str) -> HttpResponseBase:
    """Shows a step with what is known, or keeps what was filled in and goes on."""
    submission, asked = own_submission(request, Submission, uuid), BY_CODE.get(code)
    if asked is None:
        raise Http404
    if request.method == "POST" and "take_over" in request.POST:
        version = number_in(request, "version") or 0
        SAVING.take_over(submission, code, asked.form.names, version, number_in(request, "seen"))
        return redirect(STEPS.url(submission, code))
    return fill_in(request, submission, asked, steps=STEPS, saving=SAVING, show=_show)


def _show(request: HttpRequest, filled: FilledIn[Submission]) -> HttpResponse:
    submission, form, shown, code = filled.submission, filled.form, filled.shown, filled.step.code
    context = frame(request, submission, shown, code, filled.version)
    context |= {"form": form, "elsewhere": filled.elsewhere, "has_texts": code in {TEACHER, CERTAINTY}}
    if code == AUTHORS:
        is_omitted = "authors" in submission.omitted and not shown.answers.get("authors")
        context |= {"is_omitted": is_omitted, **_beside_authors(shown, filled.elsewhere)}
        return render(request, "research/publications/authors.html", context, status=filled.status)
    others = {"conflicts": shown.conflicts, "elsewhere": filled.elsewhere, "remarks": context["remarks"]}
    rows = rows_of(form, form.needed, readable, omitted=submission.omitted, **others)
    kind = str(form["publication_type"].value() or "") if code == REFERENCE else ""
    context |= {"sorted_rows": sorted_for(kind, rows), "is_reference": code == REFERENCE}
    return render(request, "research/publications/step.html", context, status=filled.status)


def _beside_authors(shown: Shown, elsewhere: Answers) -> dict[str, str]:
    """Where authors differ: what the editors made of them, and what another window kept, in words."""
    differing = {"theirs": shown.conflicts, "kept_elsewhere": elsewhere}
    return {name: readable("authors", found["authors"]) for name, found in differing.items() if "authors" in found}
