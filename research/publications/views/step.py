"""One step of the form."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.contributing.merging import Answers
from research.publications import saving
from research.publications.forms.base import StepForm
from research.publications.models import Submission
from research.publications.saving import Shown, now_shown
from research.publications.steps import AUTHORS, BY_CODE, CHECK, FILES, LINKS, Step, after
from research.publications.views.asking import number_in, own_submission
from research.publications.views.showing import frame, readable, rows_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, uuid: UUID, code: str) -> HttpResponseBase:
    """Shows a step with what is known, or keeps what was filled in and goes on."""
    submission, asked = own_submission(request, uuid), BY_CODE.get(code)
    if asked is None:
        raise Http404
    shown = now_shown(submission)
    if request.method != "POST":
        return _show(request, submission, asked, asked.form(submission, shown.answers), shown)
    form = asked.form(submission, shown.answers, request.POST)
    version = number_in(request, "version") or 0
    if "take_over" in request.POST:
        saving.take_over(submission, code, asked.form.names, version, number_in(request, "seen"))
        return redirect(to_step(submission, code))
    if not form.is_valid():
        return _show(request, submission, asked, form, shown, version=version, status=422)
    saved = saving.save_step(submission, code, form.answers(), version, number_in(request, "seen"))
    if not saved.done:
        return _show(
            request, submission, asked, form, shown, version=saved.version, elsewhere=saved.elsewhere, status=409
        )
    return go_on(request, submission, code)


def go_on(request: HttpRequest, submission: Submission, code: str, *, stay: bool = False) -> HttpResponseBase:
    """To the next step, or where the pressed button leads."""
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt hier later verder."))
        return redirect("publications:mine")
    stay = stay or "more" in request.POST or "up" in request.POST
    return redirect(to_step(submission, code if stay else after(code)))


def to_step(submission: Submission, code: str) -> str:
    """The address of a step."""
    own = {LINKS: "links", FILES: "files", CHECK: "check"}
    if code in own:
        return reverse(f"publications:{own[code]}", args=[submission.uuid])
    return reverse("publications:step", args=[submission.uuid, code])


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
    context = frame(request, submission, shown, asked.code)
    is_of_authors = asked.code == AUTHORS
    context |= {
        "form": form,
        "rows": []
        if is_of_authors
        else rows_of(
            form,
            form.needed,
            submission,
            conflicts=shown.conflicts,
            elsewhere=elsewhere or {},
            remarks=context["remarks"],
        ),
        "elsewhere": elsewhere,
        "has_texts": asked.code in {"leraar", "zekerheid"},
        **(_beside_authors(shown, elsewhere or {}) if is_of_authors else {}),
        "is_omitted": is_of_authors and "authors" in submission.omitted and not shown.answers.get("authors"),
    }
    if version is not None:
        context["version"] = version
    template = "authors" if is_of_authors else "step"
    return render(request, f"research/publications/{template}.html", context, status=status)


def _beside_authors(shown: Shown, elsewhere: Answers) -> dict[str, str]:
    """Where authors differ: what the editors made of them, and what another window kept, in words."""
    differing = {"theirs": shown.conflicts, "kept_elsewhere": elsewhere}
    return {name: readable("authors", found["authors"]) for name, found in differing.items() if "authors" in found}
