"""People who say that they work here."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.asking import the_member
from accounts.profiles import display_name, profile_url
from organisations import membership_requests
from organisations.models import MembershipRequest, Organisation, RequestState
from organisations.views.management.managed import managed, page

_MOST_SHOWN = 100


@require_safe
@managed
def requests(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The oldest first."""
    waiting = organisation.membership_requests.filter(state=RequestState.OPEN).select_related("user__profile")
    listed = [
        {"request": row, "name": display_name(row.user, row.user), "url": profile_url(row.user)}
        for row in waiting[:_MOST_SHOWN]
    ]
    return page(request, organisation, "requests", {"requests": listed})


@require_POST
@managed
def decide(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponseBase:
    """Confirm or refuse, as the button says."""
    asked = organisation.membership_requests.select_related("user__profile", "organisation")
    found: MembershipRequest = get_object_or_404(asked, pk=pk)
    carry_out = {"confirm": membership_requests.confirm, "refuse": membership_requests.refuse}
    decision = carry_out.get(request.POST.get("decision", ""))
    if decision is None:
        return HttpResponse(status=400)
    if decision(found, the_member(request)):
        messages.success(request, _("Je antwoord is verstuurd."))
    else:
        messages.warning(request, _("Over dit verzoek was al besloten."))
    return redirect("organisations:manage_requests", slug=organisation.slug)
