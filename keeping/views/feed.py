"""The personal feed of what alerts found, and its address."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.asking import the_member
from caching.policy import never_cached
from caching.unlisted import unlisted
from editorial.reading import page_url
from keeping.alerts.feeds import make_address, owner_of, revoke
from keeping.alerts.telling import found_for
from keeping.models import AlertFeedAddress


@never_cached
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest) -> HttpResponseBase:
    """Make an address, make another, or end it. It is shown once."""
    user = the_member(request)
    address = ""
    if request.method == "POST":
        if "stop" in request.POST:
            revoke(user)
            messages.success(request, _("Het adres werkt niet meer."))
            return redirect("keeping:feed_address")
        address = request.build_absolute_uri(reverse("keeping:feed", args=[make_address(user)]))
    kept = AlertFeedAddress.objects.filter(user=user).first()
    response = render(request, "keeping/feed_address.html", {"address": address, "kept": kept})
    add_never_cache_headers(response)
    return response


@unlisted
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """Atom. Raises Http404 for an address that was ended, in the same way as for one that never was."""
    owner = owner_of(token)
    if owner is None:
        raise Http404
    atom = Atom1Feed(
        title=_("Wat je volgt · Samen onderwijs versnellen"),
        link=request.build_absolute_uri(reverse("keeping:overview")),
        description="",
        language="nl",
        feed_guid=f"urn:uuid:{owner.uuid}:bewaard",
    )
    for found in found_for(owner):
        atom.add_item(
            title=found.page.title,
            link=request.build_absolute_uri(page_url(found.page)),
            # Of the page itself: one that gets another title or place is no news to a feed reader.
            unique_id=found.page.translation_key.urn,
            description=_("Je volgt “%(name)s”") % {"name": found.alert.name if found.alert else ""},
            pubdate=found.found_at,
            updateddate=found.found_at,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
