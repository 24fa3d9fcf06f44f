"""Where a member who saved a step goes, and throwing away what was begun."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from editorial.contributing import policy
from editorial.contributing.models import MemberSubmission, SubmittedUpload
from editorial.contributing.steps import Steps
from editorial.contributing.uploads import delete_file


def go_on(
    request: HttpRequest, submission: MemberSubmission, steps: Steps, code: str, *, stay: bool = False
) -> HttpResponseBase:
    """To the next step, or where the pressed button leads."""
    if "later" in request.POST:
        messages.success(request, _("Bewaard. Je kunt hier later verder."))
        return redirect(f"{steps.addresses}:mine")
    stay = stay or "more" in request.POST or "up" in request.POST
    return redirect(steps.url(submission, code if stay else steps.after(code)))


def throw_away(
    request: HttpRequest, submission: MemberSubmission, uploads: Iterable[SubmittedUpload], steps: Steps
) -> HttpResponseBase:
    """Delete what was not sent in, with its files. Raises PermissionDenied when the editors have it."""
    if not policy.may_delete(request.user, submission):
        raise PermissionDenied
    for upload in uploads:
        delete_file(upload)
    submission.delete()
    messages.success(request, _("Weggegooid."))
    return redirect(f"{steps.addresses}:mine")
