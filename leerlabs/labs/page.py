"""The page of a Leerlab, as far as the policy lets somebody see it."""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from caching.policy import never_cached
from leerlabs.models import LeerlabPage, Visibility
from leerlabs.policy import may


@never_cached
def leerlab_page(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """Whole, or only its entrance. Raises Http404 when this person may not know of it."""
    if not may(request.user, "leerlab.see", leerlab):
        if leerlab.visibility == Visibility.MEMBERS and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise Http404(leerlab.slug)
    return TemplateResponse(request, "leerlabs/leerlab_page.html", leerlab.get_context(request))
