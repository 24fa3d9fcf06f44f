"""For a contact person without an account: a page that is due, and saying that it is still right."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from caching.unlisted import unlisted
from editorial.reading import page_url
from editorial.review_confirming import confirm
from editorial.review_links import Unusable, UnusableLinkError, read

_STATUS = {Unusable.UNKNOWN: 404, Unusable.DONE: 200}
_GONE = 410
_TEMPLATE = "editorial/review/by_link.html"


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Shows what is asked; only a POST confirms, so that whatever scans mail changes nothing by opening the link."""
    try:
        asked = read(token)
    except UnusableLinkError as problem:
        context = {"why": problem.why.label, "page_title": problem.page.title if problem.page else ""}
        context["page_url"] = page_url(problem.page) if problem.page else ""
        return render(request, _TEMPLATE, context, status=_STATUS.get(problem.why, _GONE))
    context = {"page_title": asked.page.title, "page_url": page_url(asked.page), "due": asked.page.review_date}
    if request.method == "POST":
        context["next_look"] = confirm(asked.page, asked.contact)
    return render(request, _TEMPLATE, context)
