"""One step of the form."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.unsent import keeps_unsent
from editorial.contributing.asking import own_submission
from editorial.contributing.field_rows import rows_of
from editorial.contributing.filling_in import FilledIn, fill_in
from editorial.contributing.following import Remark
from editorial.contributing.merging import Answers
from editorial.contributing.saving import Shown
from practices.contributing.saving import SAVING
from practices.contributing.steps import APPROACH, BY_CODE, STEPS
from practices.contributing.views.showing import frame, readable
from practices.models import Submission


@keeps_unsent
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, uuid: UUID, code: str) -> HttpResponseBase:
    """Shows a step with what is known, or keeps what was filled in and goes on."""
    submission, asked = own_submission(request, Submission, uuid), BY_CODE.get(code)
    if asked is None:
        raise Http404
    return fill_in(request, submission, asked, steps=STEPS, saving=SAVING, show=_show)


def _show(request: HttpRequest, filled: FilledIn[Submission]) -> HttpResponse:
    form, shown, code = filled.form, filled.shown, filled.step.code
    context = frame(request, filled.submission, shown, code, filled.version)
    others = {"conflicts": shown.conflicts, "elsewhere": filled.elsewhere, "remarks": context["remarks"]}
    context |= {
        "form": form,
        "rows": rows_of(form, form.needed, readable, **others),
        "elsewhere": filled.elsewhere,
        "has_texts": code not in {"over", "naam"},
    }
    if code == APPROACH:
        context |= _about_steps(shown, filled.elsewhere, context["remarks"])
    template = "approach" if code == APPROACH else "step"
    return render(request, f"practices/contributing/{template}.html", context, status=filled.status)


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
