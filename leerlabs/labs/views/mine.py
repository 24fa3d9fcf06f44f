"""The Leerlabs of one person, with what is new in them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from caching.policy import never_cached
from leerlabs.labs.cards import cards_of
from leerlabs.models import LeerlabMembership, LeerlabPage, MembershipState


@never_cached
@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """Where I take part, and where I asked to."""
    rows = LeerlabMembership.objects.filter(
        user_id=request.user.pk or 0, state__in=(MembershipState.ACTIVE, MembershipState.REQUESTED), leerlab__live=True
    )
    states = dict(rows.values_list("leerlab_id", "state"))
    leerlabs = LeerlabPage.objects.filter(pk__in=states).order_by("archived_at", "title")
    cards = cards_of(list(leerlabs), request.user)
    context = {
        "active": [card for card in cards if card.state == MembershipState.ACTIVE],
        "requested": [card for card in cards if card.state == MembershipState.REQUESTED],
    }
    response = TemplateResponse(request, "leerlabs/labs/mine.html", context)
    add_never_cache_headers(response)
    return response
