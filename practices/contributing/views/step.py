"""One step of the form."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from editorial.contributing.asking import number_in, own_submission
from editorial.contributing.following import Remark
from editorial.contributing.forms import StepForm
from editorial.contributing.going_on import go_on
from editorial.contributing.merging import Answers
from editorial.contributing.saving import Shown
from editorial.contributing.showing import rows_of
from editorial.contributing.steps import Step
from practices.contributing import saving
from practices.contributing.saving import now_shown
from practices.contributing.steps import APPROACH, BY_CODE, STEPS
from practices.contributing.views.showing import frame, readable
from practices.models import Submission


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
    if not form.is_valid():
        return _show(request, submission, asked, form, shown, version=version, status=422)
    saved = saving.save_step(submission, asked, form.answers(), version, number_in(request, "seen"))
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
    others: dict[str, Answers] = {"conflicts": shown.conflicts, "elsewhere": elsewhere or {}}
    context |= {
        "form": form,
        "rows": rows_of(form, form.needed, readable, remarks=context["remarks"], **others),
        "elsewhere": elsewhere,
        "has_texts": asked.code not in {"over", "naam"},
    }
    if asked.code == APPROACH:
        context |= _about_steps(shown, elsewhere or {}, context["remarks"])
    template = "approach" if asked.code == APPROACH else "step"
    return render(request, f"practices/contributing/{template}.html", context, status=status)


def _about_steps(shown: Shown, elsewhere: Answers, remarks: list[Remark]) -> dict[str, object]:
    """The rows of the approach are one answer: what others have to do with it stands above them."""
    others = []
    if "steps" in shown.conflicts:
        others.append((_("De redactie maakte er intussen van:"), readable("steps", shown.conflicts["steps"])))
    if "steps" in elsewhere:
        others.append((_("In een ander venster bewaarde je:"), readable("steps", elsewhere["steps"])))
    return {
        "steps_theirs": others,
        "steps_remarks": [one for one in remarks if one.field == "steps"],
    }
