"""The page behind the link in an invitation. Looking at it changes nothing: mail scanners look too."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.asking import the_member
from caching.unlisted import unlisted
from organisations import invitations, policy
from organisations.models import OrganisationInvitation


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponseBase:
    """GET says what the invitation is and asks to sign in; POST accepts it."""
    found = invitations.find(token)
    if found is None:
        return _page(request, None, status=404)
    if request.method != "POST" or not request.user.is_authenticated:
        return _page(request, found)
    if not policy.may(request.user, "invitation.accept", found):
        return HttpResponse(status=403)
    try:
        organisation = invitations.accept(token, the_member(request))
    except invitations.InvitationRefusedError as refused:
        return _page(request, None, str(refused), status=409)
    messages.success(request, _("Je bent lid van %(name)s.") % {"name": organisation.name})
    return redirect("organisations:mine")


def _page(
    request: HttpRequest, found: OrganisationInvitation | None, problem: str = "", status: int = 200
) -> HttpResponse:
    user = request.user
    context = {
        "invitation": found,
        "problem": problem,
        "is_for_me": found is not None and user.is_authenticated and invitations.is_for(found, the_member(request)),
    }
    return render(request, "organisations/invitation.html", context, status=status)
