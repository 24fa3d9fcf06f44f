"""What all pages of an organisation's management share: who may enter, and the menu."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from accounts.asking import the_member
from organisations import policy
from organisations.models import MembershipRequest, Organisation, OrganisationMembership, RequestState

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, Organisation, P], HttpResponseBase]


def managed(view: View[P]) -> Callable[Concatenate[HttpRequest, str, P], HttpResponseBase]:
    """Decorator: a view that gets the organisation of its address, for who may manage that only."""

    @login_required
    @functools.wraps(view)
    def enter(request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        organisation = get_object_or_404(Organisation.objects.select_related("municipality"), slug=slug)
        if not policy.may(the_member(request), "organisation.manage", organisation):
            raise PermissionDenied
        return view(request, organisation, *args, **kwargs)

    return enter


def page(
    request: HttpRequest,
    organisation: Organisation,
    tab: str,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """One page of the management, below its menu."""
    counts = {
        "people": OrganisationMembership.objects.current().filter(organisation=organisation).count(),
        "requests": MembershipRequest.objects.filter(organisation=organisation, state=RequestState.OPEN).count(),
        "invitations": organisation.invitations.open().count(),
        "domains": organisation.mail_domains.count(),
    }
    context = {"organisation": organisation, "tab": tab, "counts": counts, **context}
    return render(request, f"organisations/management/{tab}.html", context, status=status)
