"""What the addresses of an insight answer besides the page itself: its versions, and that it is withdrawn."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from editorial.reading import breadcrumb_of, page_url
from research.models import InsightPage
from research.publications.models import PublicationVersion
from research.publications.reading import KeptAuthor
from research.publications.versions import files_still_there, page_at, versions_of
from research.publications.withdrawing import is_withdrawn

VERSION = "versie"
GONE = 410


def route_to(page: InsightPage, path_components: list[str]) -> RouteResult | None:
    """Where an address at or below the page leads; None where Wagtail knows. Raises Http404."""
    match path_components:
        case [word, number] if word == VERSION and (page.live or is_withdrawn(page)):
            if not number.isdecimal() or len(number) > 3 or number != str(int(number)):
                raise Http404
            return RouteResult(page, kwargs={"version": int(number)})
        case [] if is_withdrawn(page):
            return RouteResult(page)
    return None


def serve_instead(page: InsightPage, request: HttpRequest, version: int | None) -> HttpResponse | None:
    """What is answered instead of the page; None for the page itself. Raises Http404 for a version there never was."""
    if version is not None and not 1 <= version <= page.version:
        raise Http404
    if is_withdrawn(page):
        return _notice(page, request)
    return None if version is None else _version(page, request, version)


def version_url(page: Page, number: int) -> str:
    """The address of one version."""
    return f"{page_url(page)}{VERSION}/{number}/"


def _version(page: InsightPage, request: HttpRequest, number: int) -> HttpResponse:
    kept = PublicationVersion.objects.filter(page=page, number=number).first()
    if kept is None and number != page.version:
        raise Http404
    then = page_at(page, kept) if kept else page
    context = then.get_context(request)
    if kept:
        context |= {"authors": [KeptAuthor.of(person) for person in kept.people], "files": files_still_there(kept)}
    context |= {"version_shown": kept or {"number": number}, "is_latest_version": number == page.version}
    context |= {"concept_url": page_url(page), "versions": versions_of(page), "relations": ()}
    return render(request, "research/insight_page.html", context)


def _notice(page: InsightPage, request: HttpRequest) -> HttpResponse:
    from citing import items, styles

    citation = styles.bibliography([items.item_for(page)], "apa", "nl")
    context = {"page": page, "breadcrumb": breadcrumb_of(page), "citation": citation}
    response = render(request, "research/publications/withdrawn.html", context, status=GONE)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
