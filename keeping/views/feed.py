"""The personal feed of what alerts found, and its address."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.asking import the_member
from caching.policy import never_cached
from caching.unlisted import unlisted
from editorial.reading import page_url
from keeping.alerts.feeds import ADDRESSES, owner_of
from keeping.alerts.telling import found_for


@never_cached
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest) -> HttpResponseBase:
    """Make an address, make another, or end it. It is shown once."""
    return ADDRESSES.manage(request, the_member(request), "keeping", "keeping/feed_address.html")


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
