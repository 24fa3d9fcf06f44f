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

from practices.contributing import saving
from practices.contributing.answers import Answers, missing
from practices.contributing.following import Remark, remarks_on
from practices.contributing.forms.base import StepForm
from practices.contributing.saving import Shown, now_shown
from practices.contributing.steps import BY_CODE, Step, after, step_of
from practices.contributing.views.asking import number_in, own_submission, the_member
from practices.contributing.views.showing import readable, rows_of, stops
from practices.models import Submission


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, uuid: UUID, code: str) -> HttpResponseBase:
    """Shows a step with what is known, or keeps what was filled in and goes on."""
    submission, asked = own_submission(request, uuid), BY_CODE.get(code)
    if asked is None:
        raise Http404
    shown = now_shown(submission)
    if request.method != "POST":
        version = submission.versions.get(code, 0)
        return _show(request, submission, asked, asked.form(submission, shown.answers), shown, version=version)
    form = asked.form(submission, shown.answers, request.POST)
    version = number_in(request, "version") or 0
    if not form.is_valid():
        return _show(request, submission, asked, form, shown, version=version, status=422)
    saved = saving.save_step(submission, asked, form.answers(), version, number_in(request, "seen"))
    if not saved.done:
        return _show(
            request, submission, asked, form, shown, version=saved.version, elsewhere=saved.elsewhere, status=409
        )
    return _go_on(request, submission, code)


def _go_on(request: HttpRequest, submission: Submission, code: str) -> HttpResponseBase:
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt hier later verder."))
        return redirect("practices:mine")
    stay = "more" in request.POST or "up" in request.POST
    return redirect(to_step(submission, code if stay else after(code)))


def to_step(submission: Submission, code: str) -> str:
    """The address of a step, pictures and checking too."""

    if code in BY_CODE:
        return reverse("practices:step", args=[submission.uuid, code])
    return reverse(f"practices:{ {'beelden': 'pictures', 'controleren': 'check'}[code] }", args=[submission.uuid])


def _show(
    request: HttpRequest,
    submission: Submission,
    asked: Step,
    form: StepForm,
    shown: Shown,
    *,
    version: int,
    elsewhere: Answers | None = None,
    status: int = 200,
) -> HttpResponse:
    remarks = remarks_on(submission, the_member(request))
    rows = rows_of(
        form,
        form.needed,
        conflicts=shown.conflicts,
        elsewhere=elsewhere or {},
        remarks=remarks,
    )
    context = {
        "submission": submission,
        "step": asked,
        "form": form,
        "rows": rows,
        **(_about_steps(shown, elsewhere or {}, remarks) if asked.code == "aanpak" else {}),
        "conflicts": [name for name in asked.form.names if name in shown.conflicts],
        "elsewhere": elsewhere,
        "has_texts": asked.code not in {"over", "naam"},
        "version": version,
        "seen": shown.seen or "",
        "stops": stops(asked.code, {step_of(name) for name in missing(shown.answers)}),
    }
    template = "approach" if asked.code == "aanpak" else "step"
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
        "steps_remarks": [one for one in remarks if one.field == "steps" and not one.is_settled],
    }
