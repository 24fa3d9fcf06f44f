"""The page of a Leerlab, as far as the policy lets somebody see it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from wagtail.models import Page

from accounts.models import User
from caching.policy import never_cached
from editorial.reading import breadcrumb_of, relations_of
from leerlabs.labs.access import refusal_of
from leerlabs.labs.addresses import page_of
from leerlabs.labs.people import all_members, hosts_of, rows, shown_members, with_member_count
from leerlabs.models import LeerlabPage, MemberRole
from leerlabs.moderation.queue import open_count
from leerlabs.policy import may
from leerlabs.standing import Asking, Role, site_roles, standing_in
from leerlabs.threads.overview import thread_overview
from vocabulary.page_terms import terms_of

#: Members whose names stand on the page itself.
SHOWN_MEMBERS = 12
#: What the page offers to whoever may.
OFFERS = ("join", "request", "leave", "manage", "moderate", "members", "read", "search")


@never_cached
def leerlab_page(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponseBase:
    """Whole, or only its entrance. Raises Http404 when this person may not know of it."""
    response = refusal_of(request, leerlab, "leerlab.see") or TemplateResponse(
        request, "leerlabs/leerlab_page.html", {**_page_context(request, leerlab), **_context(request, leerlab)}
    )
    add_never_cache_headers(response)
    return response


def leerlab_preview(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponseBase:
    """The draft as an editor writes it: what it is about, without the people and what they say."""
    context = {**_page_context(request, leerlab), "leerlab": leerlab, "may": {}, "hosts": [], "member_count": 0}
    return TemplateResponse(request, "leerlabs/leerlab_page.html", context)


def _page_context(request: HttpRequest, leerlab: LeerlabPage) -> dict[str, Any]:
    """What every page of content has, except authors: a Leerlab has hosts."""
    context: dict[str, Any] = Page.get_context(leerlab, request)
    return {
        **context,
        "authors": (),
        "terms": terms_of(leerlab),
        "relations": relations_of(leerlab),
        "breadcrumb": breadcrumb_of(leerlab),
    }


def _context(request: HttpRequest, leerlab: LeerlabPage) -> dict[str, Any]:
    user = request.user
    offers = {offer: may(user, f"leerlab.{offer}", leerlab) for offer in OFFERS}
    context: dict[str, Any] = {
        "leerlab": leerlab,
        "overview_url": page_of(leerlab).removesuffix(f"{leerlab.slug}/"),
        "may": {**offers, "start": may(user, "thread.start", leerlab)},
        "membership_state": standing_in(user, leerlab.pk).state,
        "is_editor": Role.EDITOR in site_roles(user),
        **_people(leerlab, user, offers["members"]),
    }
    if offers["read"]:
        context["overview"] = thread_overview(leerlab, user, request.GET)
        context["may_start"] = context["may"]["start"]
    if offers["moderate"] and isinstance(user, User):
        context["open_reports"] = open_count(user, leerlab)
    return context


def _people(leerlab: LeerlabPage, user: Asking, shows_members: bool) -> dict[str, Any]:
    """Hosts, for whoever may see them the first members too, and how many take part; one query where somebody leads."""
    who = shown_members(leerlab) if shows_members else hosts_of(leerlab)
    shown = list(with_member_count(who, leerlab)[:SHOWN_MEMBERS])
    count = getattr(shown[0], "member_count", 0) if shown else all_members(leerlab).count()
    people = rows(shown, user)
    return {
        "hosts": [row for row in people if row.membership.role == MemberRole.HOST],
        "members": people if shows_members else [],
        "member_count": count,
    }
