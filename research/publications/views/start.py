"""The page that invites to bring in a publication, and begins one: by its DOI, from a file, or by hand."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.asking import the_member
from citing import formats
from editorial.contributing import policy
from editorial.contributing.starting import invitation, room_for
from editorial.reading import page_url
from research.identifiers import bare_doi, validate_doi
from research.publications import saving
from research.publications.duplicates import same_doi
from research.publications.importing import doi as registry
from research.publications.importing.limits import may_look_up
from research.publications.importing.problems import LookupFailed
from research.publications.importing.record import Imported, answers_from
from research.publications.models import Submission
from research.publications.steps import STEPS


class DoiForm(forms.Form):
    """Which publication."""

    use_required_attribute = False
    doi = forms.CharField(
        label=gettext_lazy("DOI"), max_length=250, help_text=gettext_lazy("Zoals 10.1000/abc; een heel adres mag ook.")
    )

    def clean_doi(self) -> str:
        """Without what stands before it. Raises ValidationError."""
        doi = bare_doi(self.cleaned_data["doi"])
        validate_doi(doi)
        return doi


class FileForm(forms.Form):
    """A file of a reference manager."""

    use_required_attribute = False
    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("RIS, BibTeX of CSL-JSON, zoals Zotero, Mendeley en EndNote die maken."),
    )

    def clean_file(self) -> UploadedFile:
        """Raises ValidationError for one that is far too large for what it should be."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > settings.REFERENCE_FILE_MAX_BYTES:
            raise ValidationError(_("Dit bestand is te groot voor een lijst met publicaties."))
        return file


@transaction.non_atomic_requests
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponseBase:
    """What bringing in asks and gives. Waiting for a DOI's registry must not keep others from saving."""
    if request.method != "POST":
        return _show(request)
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    user = the_member(request)
    if not policy.may_contribute(user):
        raise PermissionDenied
    if not room_for(Submission, user):
        messages.error(request, _("Je hebt al veel onvoltooide publicaties. Maak er eerst een af of gooi er een weg."))
        return redirect("publications:mine")
    if "doi" in request.POST:
        return _by_doi(request)
    if "upload" in request.POST:
        return _from_file(request)
    return _begin(request, [Imported({})])


def _by_doi(request: HttpRequest) -> HttpResponseBase:
    form = DoiForm(request.POST)
    if not form.is_valid():
        return _show(request, doi_form=form, status=422)
    doi = form.cleaned_data["doi"]
    there = same_doi(doi)
    if there is not None:
        return _show(request, doi_form=form, there=_about(there), status=409)
    if not may_look_up(the_member(request)):
        problem = _("Je hebt dit uur al veel DOI's opgezocht. Probeer het straks weer.")
        return _show(request, doi_form=form, status=429, problem=problem, by_hand=doi)
    try:
        imported = answers_from({**registry.look_up(doi), "DOI": doi})
    except LookupFailed as failed:
        context: dict[str, Any] = {"problem": failed.problem.message, "by_hand": doi}
        return _show(request, doi_form=form, status=424, **context)
    return _begin(request, [imported])


def _from_file(request: HttpRequest) -> HttpResponseBase:
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, file_form=form, status=422)
    file = form.cleaned_data["file"]
    try:
        records = formats.read(file.read(), file.name or "")
    except formats.UnreadableFile as problem:
        form.add_error("file", str(problem))
        return _show(request, file_form=form, status=422)
    if not records:
        form.add_error("file", _("In dit bestand staat geen publicatie."))
        return _show(request, file_form=form, status=422)
    return _begin(request, [answers_from(dict(record)) for record in records])


def _begin(request: HttpRequest, found: list[Imported]) -> HttpResponseBase:
    """A submission each. More than fit are left out, and that is said."""
    user = the_member(request)
    room = room_for(Submission, user)
    with transaction.atomic():
        begun = [saving.start(user, _token(request, at), one) for at, one in enumerate(found[:room])]
    if not all(policy.may_follow(user, submission) for submission in begun):
        raise PermissionDenied
    if doi := request.POST.get("by_hand"):
        Submission.objects.filter(pk=begun[0].pk, answers={}).update(answers={"doi": bare_doi(doi)[:200]})
    if len(found) > len(begun):
        left = len(found) - len(begun)
        messages.warning(request, _("Er stonden nog %(number)d publicaties in; maak eerst deze af.") % {"number": left})
    if len(begun) > 1:
        messages.success(request, _("%(number)d publicaties staan klaar.") % {"number": len(begun)})
        return redirect("publications:mine")
    if found[0].answers:
        messages.success(request, _("Gevonden. Kijk na of alles klopt; wat ontbreekt, staat erbij."))
    return redirect(STEPS.first_url(begun[0]))


def _token(request: HttpRequest, at: int) -> UUID:
    """The token of the form for its first publication, those after it for the others."""
    try:
        token = UUID(request.POST.get("token", ""))
    except ValueError:
        token = uuid4()
    return UUID(int=(token.int + at) % 2**128)


def _show(
    request: HttpRequest,
    *,
    doi_form: DoiForm | None = None,
    file_form: FileForm | None = None,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    context = {
        "kind": "insight",
        **invitation(request, Submission, STEPS),
        "doi_form": doi_form or DoiForm(),
        "file_form": file_form or FileForm(),
        **extra,
    }
    return render(request, "research/publications/start.html", context, status=status)


def _about(page: Any) -> dict[str, str]:
    """What anybody may know of a page with the same DOI: of a draft only that it is on its way."""
    return {"title": page.title, "url": page_url(page)} if page.live else {"title": "", "url": ""}
