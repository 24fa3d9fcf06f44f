"""Filling in one step: shown with what is known, or kept as far as it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from accounts.unsent import typed_before
from editorial.contributing.asking import number_in, number_of
from editorial.contributing.forms import StepForm
from editorial.contributing.going_on import go_on
from editorial.contributing.merging import Answers
from editorial.contributing.models import S
from editorial.contributing.saving import Saving, Shown
from editorial.contributing.steps import Step, Steps


@dataclass(frozen=True, slots=True)
class FilledIn(Generic[S]):
    """A step as it is to be shown. ``elsewhere`` is what another window kept instead; ``version`` is what the form
    reckons with, when that is not what was saved last."""

    submission: S
    step: Step
    form: StepForm
    shown: Shown
    version: int | None = None
    elsewhere: Answers = field(default_factory=dict)
    status: int = 200


def fill_in(
    request: HttpRequest,
    submission: S,
    step: Step,
    *,
    steps: Steps,
    saving: Saving[S],
    show: Callable[[HttpRequest, FilledIn[S]], HttpResponse],
) -> HttpResponseBase:
    """Answer a request for a step: ``show`` it, or keep what was filled in and go on."""
    shown = saving.now_shown(submission)
    if request.method != "POST":
        if typed := typed_before(request):
            form, version = step.form(submission, shown.answers, typed), number_of(typed, "version") or 0
            return show(request, FilledIn(submission, step, form, shown, version))
        return show(request, FilledIn(submission, step, step.form(submission, shown.answers), shown))
    form, version = step.form(submission, shown.answers, request.POST), number_in(request, "version") or 0
    filled = FilledIn(submission, step, form, shown, version)
    if not form.is_valid():
        return show(request, replace(filled, status=422))
    saved = saving.save_step(submission, step.code, form.answers(), version, number_in(request, "seen"))
    if not saved.done:
        return show(request, replace(filled, version=saved.version, elsewhere=saved.elsewhere, status=409))
    return go_on(request, submission, steps, step.code)
