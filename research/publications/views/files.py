"""The files of the publication, and under which licence its text stands."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from editorial.contributing import uploads
from editorial.contributing.asking import number_in, own_submission
from editorial.contributing.field_rows import rows_of
from editorial.contributing.going_on import go_on
from editorial.contributing.merging import Answers
from editorial.contributing.saving import Shown
from editorial.licences import Licence
from research.publications import files as kept
from research.publications import saving
from research.publications.files import UnusableFile
from research.publications.forms.telling import LicenceForm
from research.publications.models import Submission, SubmittedFile
from research.publications.saving import now_shown
from research.publications.steps import FILES, STEPS
from research.publications.views.showing import frame, readable


class FileForm(forms.ModelForm[SubmittedFile]):
    """What a file is, and what others may do with it."""

    use_required_attribute = False
    licence = forms.ChoiceField(
        label=gettext_lazy("Licentie"),
        required=False,
        choices=[("", gettext_lazy("kies een licentie")), *Licence.choices],
        help_text=gettext_lazy("Wat de uitgever of jij als maker toestaat."),
    )

    class Meta:
        model = SubmittedFile
        fields = ["title", "kind", "licence"]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def files(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Shows the files, or keeps what is said of them, adds one and takes one out."""
    submission = own_submission(request, Submission, uuid)
    shown = now_shown(submission)
    if request.method != "POST":
        return _show(request, submission, LicenceForm(submission, shown.answers), shown, _forms(submission))
    return _keep(request, submission, shown)


@transaction.atomic
def _keep(request: HttpRequest, submission: Submission, shown: Shown) -> HttpResponseBase:
    form, forms = LicenceForm(submission, shown.answers, request.POST), _forms(submission, request)
    version = number_in(request, "version") or 0
    if not (form.is_valid() and all(one.is_valid() for one in forms)):
        return _show(request, submission, form, shown, forms, version=version, status=422)
    saved = saving.save_step(submission, FILES, form.answers(), version, number_in(request, "seen"))
    if not saved.done:
        return _show(
            request, submission, form, shown, forms, version=saved.version, elsewhere=saved.elsewhere, status=409
        )
    for one in forms:
        if one.has_changed():
            one.save()
    removed = set(request.POST.getlist("remove"))
    for file in kept.shown(submission):
        if str(file.uuid) in removed:
            kept.remove(file)
    upload = request.FILES.get("file")
    if isinstance(upload, UploadedFile):
        try:
            kept.add(submission, upload)
        except UnusableFile as problem:
            return _show(
                request,
                submission,
                form,
                shown,
                _forms(submission),
                version=saved.version,
                problem=str(problem),
                status=422,
            )
    elif "add" in request.POST:
        problem_text = _("Kies eerst een bestand.")
        forms = _forms(submission)
        return _show(request, submission, form, shown, forms, version=saved.version, problem=problem_text, status=422)
    return go_on(request, submission, STEPS, FILES, stay=bool(upload or removed))


@login_required
@require_safe
def file(request: HttpRequest, uuid: UUID, file_uuid: UUID) -> HttpResponseBase:
    """The file itself, for who uploaded it."""
    found = kept.shown(own_submission(request, Submission, uuid)).filter(uuid=file_uuid).first()
    return uploads.serve(found, as_attachment=True, filename=found.name if found else "")


def _forms(submission: Submission, request: HttpRequest | None = None) -> list[FileForm]:
    """A form a file; bound where the file was on the page that was sent."""
    made = []
    for found in kept.shown(submission):
        was_there = request is not None and f"{found.uuid.hex}-title" in request.POST
        made.append(FileForm(request.POST if request and was_there else None, instance=found, prefix=found.uuid.hex))
    return [form for form in made if request is None or form.is_bound]


def _show(
    request: HttpRequest,
    submission: Submission,
    form: LicenceForm,
    shown: Shown,
    forms: list[FileForm],
    *,
    version: int | None = None,
    elsewhere: Answers | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = frame(request, submission, shown, FILES, version)
    context |= {
        "form": form,
        "rows": rows_of(
            form,
            form.needed,
            readable,
            conflicts=shown.conflicts,
            elsewhere=elsewhere or {},
            remarks=context["remarks"],
            omitted=submission.omitted,
        ),
        "file_remarks": [one for one in context["remarks"] if one.field == FILES],
        "files": [(one.instance, list(one)) for one in forms],
        "elsewhere": elsewhere,
        "problem": problem,
    }
    return render(request, "research/publications/files.html", context, status=status)
