"""The personal feed and its address."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.asking import the_member
from caching.policy import never_cached
from caching.unlisted import unlisted
from leerlabs.rich_text.showing import show
from leerlabs.threads.feeds import ADDRESSES, latest_posts, owner_of
from leerlabs.threads.numbering import permanent_url
from leerlabs.threads.thread_page import byline


@never_cached
@login_required
def manage(request: HttpRequest) -> HttpResponseBase:
    """Make an address, make another, or end it. It is shown once."""
    return ADDRESSES.manage(request, the_member(request), "leerlabs", "leerlabs/threads/feed_address.html")


@unlisted
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """Atom. Raises Http404 for an address that was ended, in the same way as for one that never was."""
    owner = owner_of(token)
    if owner is None:
        raise Http404
    posts = latest_posts(owner)
    atom = Atom1Feed(
        title=_("Mijn Leerlabs · Samen onderwijs versnellen"),
        link=request.build_absolute_uri(reverse("leerlabs:mine")),
        description="",
        language="nl",
        feed_guid=f"urn:uuid:{owner.uuid}",
    )
    for post in posts:
        address = request.build_absolute_uri(permanent_url(post))
        atom.add_item(
            title=f"{post.thread.title} · {post.thread.leerlab.title}",
            link=address,
            unique_id=address,
            description=str(show([post], post.thread, owner).bodies[post.pk]),
            author_name=byline(post.author, owner).name,
            pubdate=post.created_at,
            updateddate=post.edited_at or post.created_at,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
