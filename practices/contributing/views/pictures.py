"""The member's own pictures."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from editorial.contributing import uploads
from editorial.contributing.asking import number_in, own_submission
from editorial.contributing.field_rows import rows_of
from editorial.contributing.going_on import go_on
from editorial.contributing.merging import Answers
from practices.contributing import pictures as kept
from practices.contributing.answers import picture_answer
from practices.contributing.forms.pictures import PictureForm, UploadForm
from practices.contributing.picture_files import UnusablePictureError
from practices.contributing.saving import SAVING, now_shown
from practices.contributing.steps import PICTURES, STEPS
from practices.contributing.views.showing import frame, readable
from practices.models import Submission, SubmissionPicture


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pictures(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Shows the pictures, or keeps what is said of them, adds one and takes one out."""
    submission = own_submission(request, Submission, uuid)
    if request.method != "POST":
        return _show(request, submission, _forms(submission))
    return _keep(request, submission)


@transaction.atomic
def _keep(request: HttpRequest, submission: Submission) -> HttpResponseBase:
    locked = SAVING.locked(submission)
    forms = _forms(locked, request)
    version, current = number_in(request, "version") or 0, locked.version_of(PICTURES)
    if not all(form.is_valid() for form in forms):
        return _show(request, locked, forms, version=version, status=422)
    elsewhere = _written_elsewhere(forms) if version != current else {}
    if elsewhere:
        return _show(request, locked, forms, version=current, elsewhere=elsewhere, status=409)
    for form in forms:
        if form.is_bound and form.has_changed():
            form.save()
    names = [picture_answer(form.instance.uuid, field) for form in forms for field in form.fields]
    SAVING.acknowledge(locked, names, number_in(request, "seen"))
    locked.count_save(PICTURES)
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
            return _show(request, submission, _forms(submission), problem=str(problem), status=422)
    stays = upload or "remove" in request.POST or "add" in request.POST
    return go_on(request, submission, STEPS, PICTURES, stay=bool(stays))


@login_required
@require_safe
def picture(request: HttpRequest, uuid: UUID, picture_uuid: UUID) -> HttpResponseBase:
    """The picture itself, for who uploaded it."""
    found = kept.shown(own_submission(request, Submission, uuid)).filter(uuid=picture_uuid).first()
    return uploads.serve(found, cache="private, max-age=3600", content_type="image/jpeg")


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
    *,
    version: int | None = None,
    elsewhere: Answers | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = now_shown(submission)
    context = frame(request, submission, shown, PICTURES, version) | {
        "pictures": [(form.instance, _rows(form, shown.conflicts, elsewhere or {})) for form in forms],
        "upload": UploadForm(),
        "problem": problem,
        "elsewhere": elsewhere,
    }
    return render(request, "practices/contributing/pictures.html", context, status=status)


def _rows(form: PictureForm, conflicts: Answers, elsewhere: Answers) -> list[object]:
    def of_this(answers: Answers) -> Answers:
        own = {picture_answer(form.instance.uuid, name): name for name in form.fields}
        return {own[name]: value for name, value in answers.items() if name in own}

    needed = ("alternative_text", "maker", "rights", "people")
    return [*rows_of(form, needed, readable, conflicts=of_this(conflicts), elsewhere=of_this(elsewhere), remarks=())]
