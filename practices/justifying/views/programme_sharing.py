"""Who reads a schoolprogramma besides the school, and throwing it away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from caching.unlisted import unlisted
from organisations.models import Organisation
from practices.justifying import policy, programmes
from practices.justifying.models import SchoolProgramme
from practices.justifying.views.programme import the_programme


@unlisted
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sharing(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Shows with whom it can be shared; shares it, or stops that. Both take effect at once."""
    programme, user = _to_decide(request, uuid)
    shared = list(Organisation.objects.filter(shared_programmes__programme=programme))
    possible = [one for one in policy.may_be_shared_with(programme.organisation) if one not in shared]
    if request.method != "POST":
        context = {"programme": programme, "shared": shared, "possible": possible}
        return render(request, "practices/justifying/programme/sharing.html", context)
    key = request.POST.get("organisation", "")
    if "stop" in request.POST:
        for organisation in (one for one in shared if str(one.pk) == key):
            programmes.stop_sharing(programme, organisation, user)
            messages.success(request, _("Niet meer gedeeld met %(name)s.") % {"name": organisation.name})
    else:
        for organisation in (one for one in possible if str(one.pk) == key):
            programmes.share(programme, organisation, user)
            messages.success(request, _("Gedeeld met %(name)s.") % {"name": organisation.name})
    return redirect("justifying:share_programme", uuid=programme.uuid)


@unlisted
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """Asks once, then throws the plan away; verantwoordingen stay with whom they are."""
    programme, _user = _to_decide(request, uuid)
    if request.method != "POST":
        return render(request, "practices/justifying/programme/delete.html", {"programme": programme})
    programme.delete()
    messages.success(request, _("Het plan is weg. Wie een verantwoording schreef, heeft die nog."))
    return redirect("justifying:mine")


def _to_decide(request: HttpRequest, uuid: UUID) -> tuple[SchoolProgramme, User]:
    programme, user = the_programme(request, uuid)
    if not policy.may_decide_on_programme(user, programme):
        raise PermissionDenied
    return programme, user
