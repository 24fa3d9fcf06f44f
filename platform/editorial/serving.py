"""Serving a page: found by its whole address in one query, read with what its template shows in a second one.

Wagtail walks the tree, two queries a level. Addresses that no page has, previews and pages with routes of their
own still go Wagtail's way.
"""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest, HttpResponseBase
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from caching.memory import per_generation


@per_generation
def only_site() -> Site | None:
    """The site with its front page, when there is exactly one; with several Wagtail chooses by host."""
    sites = list(Site.objects.select_related("root_page")[:2])
    return sites[0] if len(sites) == 1 else None


def serve_page(request: HttpRequest, path: str) -> HttpResponseBase:
    """The page at ``path``. Raises Http404, and lets Wagtail see to restrictions and hooks."""
    site = only_site()
    if site is not None:
        # Where Wagtail itself keeps what it found out for a request.
        vars(request)["_wagtail_site"] = site
        page = published_page(site.root_page.url_path + path)
        if page is not None:
            vars(request)["_wagtail_route_for_request"] = RouteResult(page)
    response: HttpResponseBase = wagtail_serve(request, path)
    return response


def published_page(url_path: str) -> Page | None:
    """The published page with this ``url_path`` as an instance of its own class; at most two queries."""
    type_id = Page.objects.filter(url_path=url_path, live=True).values_list("content_type_id", flat=True).first()
    if type_id is None:
        return None
    model: type[Model] | None = ContentType.objects.get_for_id(type_id).model_class()
    if model is None or not issubclass(model, Page):
        return None
    joined = getattr(model, "detail_select_related", ())
    return model._default_manager.select_related(*joined).filter(url_path=url_path, live=True).first()
