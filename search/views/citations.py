"""The references of what a search finds, as one file: ``/zoeken/citeren/ris/?q=…``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from caching.policy import cached
from citing import items
from citing.formats import FORMATS, write
from citing.items import CslItem
from editorial.publicity import public
from search.query.parse import InvalidSearch, parse
from search.service import find
from search.views.results import PARAMETERS, kept_if_full

#: References in one file; who wants more narrows the search.
MOST = 500


@require_safe
@cached(*PARAMETERS, except_with=("q", "letterlijk"))
def search_citations(request: HttpRequest, code: str) -> HttpResponse:
    """The first :data:`MOST` results in the order of the search, as a file for a reference manager."""
    if code not in FORMATS:
        raise Http404(code)
    try:
        search = parse(request.GET)
    except InvalidSearch as problem:
        raise Http404(str(problem)) from problem
    results = find(replace(search, page=1, page_size=MOST))
    file = write(items_of([hit.page_id for hit in results.hits]), code)
    response = HttpResponse(file.content, content_type=file.content_type)
    name = f"zoekresultaten-eerste-{MOST}" if results.total > MOST else "zoekresultaten"
    response["Content-Disposition"] = f'attachment; filename="{name}.{file.extension}"'
    response["X-Robots-Tag"] = "noindex"
    return kept_if_full(response, results)


def items_of(page_ids: Sequence[int]) -> list[CslItem]:
    """What these pages are cited as, in this order; a page that went meanwhile is left out.

    A query a kind of page and two for all authors.
    """
    pages = {page.pk: page for page in public(Page.objects.filter(pk__in=page_ids).specific())}
    shown = [pages[page_id] for page_id in page_ids if page_id in pages]
    prefetch_related_objects(shown, "page_authors__person")
    return [items.item_for(page) for page in shown]
