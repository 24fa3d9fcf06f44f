"""Looking it over as readers will see it, saying which version it is, and sending it in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.asking import the_member
from editorial.contributing.asking import number_in, own_submission
from editorial.contributing.field_rows import rows_of
from editorial.contributing.following import Stage
from editorial.contributing.saving import Shown
from editorial.contributing.sending import NotReadyError
from editorial.contributing.showing import Lack
from editorial.reading import page_url
from research.publications import saving, sending
from research.publications.answers import LABELS
from research.publications.duplicates import same_doi
from research.publications.following import stage_of
from research.publications.forms.telling import VersionForm
from research.publications.models import Submission
from research.publications.preview import preview_context
from research.publications.saving import now_shown
from research.publications.sending import NoPlaceForInsightsError
from research.publications.steps import CHECK, STEPS
from research.publications.versions import latest_number
from research.publications.views.showing import frame, readable


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """What is still missing, by name; or sends it in."""
    submission = own_submission(request, Submission, uuid)
    shown = now_shown(submission)
    latest = latest_number(submission.page_id)
    form = VersionForm(submission, _about_next(shown, latest), request.POST or None)
    if request.method != "POST":
        return _show(request, submission, shown, form, latest)
    if not form.is_valid():
        return _show(request, submission, shown, form, latest, status=422)
    if latest:
        posted = {**form.answers(), "for_version": latest + 1}
        saving.save_step(submission, CHECK, posted, submission.version_of(CHECK), number_in(request, "seen"))
    try:
        sending.send(submission, the_member(request))
    except NotReadyError:
        submission.refresh_from_db()
        return _show(request, submission, now_shown(submission), form, latest, was_refused=True, status=422)
    except NoPlaceForInsightsError:
        messages.error(request, _("Insturen kan nu niet. Je tekst is bewaard; probeer het later nog eens."))
        return _show(request, submission, shown, form, latest, status=503)
    messages.success(request, _("Ingestuurd. De redactie leest het en laat van zich horen."))
    return redirect(STEPS.overview_url(submission))


@login_required
@require_safe
def preview(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The page as readers will see it, from what is filled in so far."""
    submission = own_submission(request, Submission, uuid)
    context = preview_context(submission, now_shown(submission).answers, request)
    return render(request, "research/publications/preview.html", context)


def _about_next(shown: Shown, latest: int) -> dict[str, object]:
    """What was answered about the version to come; what was said of one that is public by now is over."""
    if shown.answers.get("for_version") != latest + 1:
        return {"is_new_version": "nee", "version_note": ""}
    return shown.answers


def _show(
    request: HttpRequest,
    submission: Submission,
    shown: Shown,
    form: VersionForm,
    latest: int,
    *,
    was_refused: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = frame(request, submission, shown, CHECK)
    there = same_doi(str(shown.answers.get("doi") or ""), submission)
    needed = ("is_new_version", "version_note")
    rows = rows_of(form, needed, readable, conflicts={}, elsewhere={}, remarks=context["remarks"])
    context |= {
        "lacking": _lacks(submission, sending.lacks(submission, shown.answers), shown),
        "undecided": _lacks(submission, sorted(shown.conflicts)),
        "was_refused": was_refused,
        "is_first": stage_of(submission) == Stage.WRITING,
        "latest": latest,
        "rows": rows if latest else [],
        "there": {"title": there.title, "url": page_url(there)} if there and there.live else there and {"title": ""},
    }
    return render(request, "research/publications/check.html", context, status=status)


def _lacks(submission: Submission, names: list[str], shown: Shown | None = None) -> list[Lack]:
    """In the order of the steps. Authors who are there lack that somebody says who they are."""
    are_named = bool(shown and shown.answers.get("authors"))
    unsaid = {"authors": _("Auteurs: zeg bij iedereen wie het is")} if are_named else {}
    ordered = sorted(names, key=lambda name: STEPS.order.index(STEPS.step_of(name)))
    return [_lack(submission, name, unsaid.get(name)) for name in ordered]


def _lack(submission: Submission, name: str, label: str | None) -> Lack:
    anchor = "" if name in {"authors", "files", "relations", "version_note"} else f"#id_{name}"
    step = STEPS.step_of(name)
    return Lack(STEPS.titles[step], label or LABELS[name], STEPS.url(submission, step) + anchor)
