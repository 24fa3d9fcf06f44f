"""The member's own pictures."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from practices.contributing import pictures as kept
from practices.contributing import saving
from practices.contributing.answers import Answers, missing, picture_answer
from practices.contributing.following import remarks_on
from practices.contributing.forms.pictures import PictureForm, UploadForm
from practices.contributing.picture_files import UnusablePictureError
from practices.contributing.saving import Shown, now_shown
from practices.contributing.steps import PICTURES, TITLES, after, step_of
from practices.contributing.views.asking import number_in, own_submission, the_member
from practices.contributing.views.showing import rows_of, stops
from practices.contributing.views.step import to_step
from practices.models import Submission, SubmissionPicture


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pictures(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Shows the pictures, or keeps what is said of them, adds one and takes one out."""
    submission = own_submission(request, uuid)
    if request.method != "POST":
        return _show(request, submission, _forms(submission), submission.versions.get(PICTURES, 0))
    return _keep(request, submission)


@transaction.atomic
def _keep(request: HttpRequest, submission: Submission) -> HttpResponseBase:
    locked = Submission.objects.select_for_update().get(pk=submission.pk)
    forms = _forms(locked, request)
    version, current = number_in(request, "version") or 0, locked.versions.get(PICTURES, 0)
    if not all(form.is_valid() for form in forms):
        return _show(request, locked, forms, version, status=422)
    elsewhere = _written_elsewhere(forms) if version != current else {}
    if elsewhere:
        return _show(request, locked, forms, current, elsewhere=elsewhere, status=409)
    for form in forms:
        if form.is_bound and form.has_changed():
            form.save()
    names = [picture_answer(form.instance.uuid, field) for form in forms for field in form.fields]
    saving.acknowledge(locked, names, number_in(request, "seen"))
    locked.versions = {**locked.versions, PICTURES: current + 1}
    locked.save()
    return _add_and_go_on(request, locked)


def _add_and_go_on(request: HttpRequest, submission: Submission) -> HttpResponseBase:
    for picture in kept.shown(submission).filter(uuid__in=_uuids(request.POST.getlist("remove"))):
        kept.remove(picture)
    upload = request.FILES.get("file")
    if isinstance(upload, UploadedFile):
        try:
            kept.add(submission, upload)
        except UnusablePictureError as problem:
            version = submission.versions[PICTURES]
            return _show(request, submission, _forms(submission), version, problem=str(problem), status=422)
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt hier later verder."))
        return redirect("practices:mine")
    stays = upload or "remove" in request.POST or "add" in request.POST
    return redirect(to_step(submission, PICTURES if stays else after(PICTURES)))


@login_required
@require_safe
def picture(request: HttpRequest, uuid: UUID, picture_uuid: UUID) -> HttpResponseBase:
    """The picture itself, for who uploaded it."""
    found = kept.shown(own_submission(request, uuid)).filter(uuid=picture_uuid).first()
    if found is None or not found.file.name or not found.file.storage.exists(found.file.name):
        raise Http404
    response = FileResponse(found.file.open("rb"), content_type="image/jpeg")
    response.headers["Cache-Control"] = "private, max-age=3600"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _forms(submission: Submission, request: HttpRequest | None = None) -> list[PictureForm]:
    """A form a picture; bound where the picture was on the page that was sent."""
    made = []
    for found in kept.shown(submission):
        prefix = found.uuid.hex
        was_there = request is not None and f"{prefix}-maker" in request.POST
        made.append(PictureForm(request.POST if request and was_there else None, instance=found, prefix=prefix))
    return [form for form in made if request is None or form.is_bound]


def _written_elsewhere(forms: list[PictureForm]) -> Answers:
    now = SubmissionPicture.objects.in_bulk([form.instance.pk for form in forms])
    return {
        picture_answer(form.instance.uuid, name): getattr(now[form.instance.pk], name)
        for form in forms
        for name in form.changed_data
    }


def _uuids(values: list[str]) -> list[UUID]:
    found = []
    for value in values:
        try:
            found.append(UUID(value))
        except ValueError:
            continue
    return found


def _show(
    request: HttpRequest,
    submission: Submission,
    forms: list[PictureForm],
    version: int,
    *,
    elsewhere: Answers | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    shown: Shown = now_shown(submission)
    remarks = [remark for remark in remarks_on(submission, the_member(request)) if remark.step == PICTURES]
    unfinished = {step_of(name) for name in missing(shown.answers)}
    context = {
        "submission": submission,
        "title": TITLES[PICTURES],
        "pictures": [(form.instance, _rows(form, shown.conflicts, elsewhere or {})) for form in forms],
        "upload": UploadForm(),
        "problem": problem,
        "remarks": remarks,
        "conflicts": {name for name in shown.conflicts if step_of(name) == PICTURES},
        "elsewhere": elsewhere,
        "version": version,
        "seen": shown.seen or "",
        "stops": stops(PICTURES, unfinished),
    }
    return render(request, "practices/contributing/pictures.html", context, status=status)


def _rows(form: PictureForm, conflicts: Answers, elsewhere: Answers) -> list[object]:
    def of_this(answers: Answers) -> Answers:
        own = {picture_answer(form.instance.uuid, name): name for name in form.fields}
        return {own[name]: value for name, value in answers.items() if name in own}

    needed = ("alternative_text", "maker", "rights", "people")
    return [*rows_of(form, needed, conflicts=of_this(conflicts), elsewhere=of_this(elsewhere), remarks=())]
