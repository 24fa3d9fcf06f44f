"""Searching in a Leerlab."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from accounts.profiles import display_name
from leerlabs.labs.access import in_leerlab
from leerlabs.labs.paging import page_links
from leerlabs.labs.searching import search as search_in
from leerlabs.labs.searching import shown
from leerlabs.models import LeerlabPage

PAGE_SIZE = 20
LONGEST_QUERY = 100


@require_safe
@in_leerlab("leerlab.search")
def search(request: HttpRequest, leerlab: LeerlabPage) -> HttpResponse:
    """The posts that have the words. Such searches are counted nowhere."""
    query = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_QUERY]
    found = search_in(leerlab, request.user, query)
    page = Paginator(found.ids, PAGE_SIZE).get_page(request.GET.get("pagina"))
    results = [
        (result, display_name(result.post.author, request.user)) for result in shown(found, tuple(page.object_list))
    ]
    context = {
        "leerlab": leerlab,
        "query": query,
        "results": results,
        "total": len(found.ids),
        "more": found.more,
        **page_links(request, page),
    }
    return TemplateResponse(request, "leerlabs/labs/search.html", context)
