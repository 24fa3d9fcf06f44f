"""The page of a Leerlab, as far as the policy lets somebody see it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers

from accounts.models import User
from caching.policy import never_cached
from leerlabs.labs.access import refusal_of
from leerlabs.labs.addresses import page_of
from leerlabs.labs.people import hosts_of, rows, shown_members
from leerlabs.models import LeerlabMembership, LeerlabPage
from leerlabs.moderation.queue import open_count
from leerlabs.policy import may
from leerlabs.standing import standing_in
from leerlabs.threads.overview import thread_overview

#: Members whose names stand on the page itself.
SHOWN_MEMBERS = 12
#: What the page offers to whoever may.
OFFERS = ("join", "request", "leave", "manage", "moderate", "members", "read", "search")


@never_cached
def leerlab_page(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponseBase:
    """Whole, or only its entrance. Raises Http404 when this person may not know of it."""
    response = refusal_of(request, leerlab, "leerlab.see") or TemplateResponse(
        request, "leerlabs/leerlab_page.html", {**leerlab.get_context(request), **_context(request, leerlab)}
    )
    add_never_cache_headers(response)
    return response


def leerlab_preview(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponseBase:
    """The draft as an editor writes it: what it is about, without the people and what they say."""
    context = {**leerlab.get_context(request), "leerlab": leerlab, "may": {}, "hosts": [], "member_count": 0}
    return TemplateResponse(request, "leerlabs/leerlab_page.html", context)


def _context(request: HttpRequest, leerlab: LeerlabPage) -> dict[str, Any]:
    user = request.user
    offers = {offer: may(user, f"leerlab.{offer}", leerlab) for offer in OFFERS}
    context: dict[str, Any] = {
        "leerlab": leerlab,
        "overview_url": page_of(leerlab).removesuffix(f"{leerlab.slug}/"),
        "may": {**offers, "start": may(user, "thread.start", leerlab)},
        "membership_state": standing_in(user, leerlab.pk).state,
        "hosts": rows(hosts_of(leerlab), user),
        "member_count": LeerlabMembership.objects.active().filter(leerlab=leerlab).count(),
    }
    if offers["read"]:
        context["overview"] = thread_overview(leerlab, user, request.GET)
        context["may_start"] = context["may"]["start"]
    if offers["moderate"] and isinstance(user, User):
        context["open_reports"] = open_count(user, leerlab)
    if offers["members"]:
        context["members"] = rows(shown_members(leerlab)[:SHOWN_MEMBERS], user)
    return context
