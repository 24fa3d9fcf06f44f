"""The Leerlabs of one person, with what is new in them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from accounts.models import User
from caching.policy import never_cached
from leerlabs.labs.cards import cards_of
from leerlabs.labs.whats_new import numbers_of_news, threads_with_news
from leerlabs.models import LeerlabMembership, MembershipState
from leerlabs.policy import visible_leerlabs


@never_cached
@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """Where I take part, and where I asked to."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    rows = LeerlabMembership.objects.filter(
        user=user, state__in=(MembershipState.ACTIVE, MembershipState.REQUESTED), leerlab__live=True
    )
    states = dict(rows.values_list("leerlab_id", "state"))
    leerlabs = visible_leerlabs(user).filter(pk__in=states).order_by("archived_at", "title")
    taking_part = [pk for pk, state in states.items() if state == MembershipState.ACTIVE]
    cards = cards_of(list(leerlabs), user, numbers_of_news(user, taking_part))
    context = {
        "active": [card for card in cards if card.state == MembershipState.ACTIVE],
        "requested": [card for card in cards if card.state == MembershipState.REQUESTED],
        "news": threads_with_news(user, taking_part),
    }
    response = TemplateResponse(request, "leerlabs/labs/mine.html", context)
    add_never_cache_headers(response)
    return response
