"""The page that invites to share a practice, and begins one."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.asking import the_member
from editorial.contributing import policy
from editorial.contributing.starting import invitation, room_for
from practices.contributing import saving
from practices.contributing.steps import STEPS
from practices.models import Submission


@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest) -> HttpResponseBase:
    """What sharing asks and gives; a member begins with one button, a visitor signs in first."""
    if request.method == "POST":
        return _begin(request) if request.user.is_authenticated else redirect_to_login(request.path)
    context = {"kind": "practice", **invitation(request, Submission, STEPS)}
    return render(request, "practices/contributing/share.html", context)


def _begin(request: HttpRequest) -> HttpResponseBase:
    user = the_member(request)
    if not policy.may_contribute(user):
        raise PermissionDenied
    try:
        token = UUID(request.POST.get("token", ""))
    except ValueError:
        token = uuid4()
    if not room_for(Submission, user):
        messages.error(
            request, _("Je hebt al veel onvoltooide praktijkvoorbeelden. Maak er eerst een af of gooi er een weg.")
        )
        return redirect("practices:mine")
    submission = saving.start(user, token)
    if not policy.may_follow(user, submission):
        raise PermissionDenied
    return redirect(STEPS.first_url(submission))
