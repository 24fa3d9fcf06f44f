"""An invitation, for whom it was sent to. Looking changes nothing: mail scanners look too."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from caching.unlisted import unlisted
from leerlabs.labs import inviting
from leerlabs.labs.addresses import page_of
from leerlabs.labs.taking_part import NotPossibleError


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What it is for, and the button that accepts it."""
    found = inviting.find(token)
    user = request.user if isinstance(request.user, User) else None
    if request.method == "POST" and user is not None:
        try:
            leerlab = inviting.accept(token, user)
        except NotPossibleError as refusal:
            messages.error(request, str(refusal))
            return redirect("leerlabs:invitation", token)
        messages.success(request, _("Welkom! Je doet nu mee."))
        return redirect(page_of(leerlab))
    context = {
        "invitation": found,
        "is_for_reader": found is not None and user is not None and inviting.is_for(found, user),
    }
    return TemplateResponse(request, "leerlabs/labs/invitation.html", context, status=200 if found is not None else 410)
