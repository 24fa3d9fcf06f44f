"""Addresses that give a page's reference: in a style to read, in a format to take along."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from caching.policy import Policy, cached, declare
from citing import items
from citing.boxes import PAGE, WORK, box_of, item_of
from citing.formats import FORMATS, write
from citing.formats.bibtex_writing import citation_key
from citing.items import CslItem
from citing.styles import STYLES
from editorial.models import ContentPage
from editorial.publicity import public
from editorial.reading import page_url


@require_safe
@cached(partials=True)
def cite_work(request: HttpRequest, page_id: int, code: str) -> HttpResponse:
    """What a page stands for: the publication of an insight, otherwise the page."""
    return _answer(request, page_id, WORK, code)


@require_safe
@cached(partials=True)
def cite_page(request: HttpRequest, page_id: int, code: str) -> HttpResponse:
    """The page itself."""
    return _answer(request, page_id, PAGE, code)


def _answer(request: HttpRequest, page_id: int, subject: str, code: str) -> HttpResponse:
    if code not in STYLES and code not in FORMATS:
        raise Http404(code)
    page = public_page(page_id)
    item = item_of(page, subject)
    return _file(item, code) if code in FORMATS else _read(request, page, subject, code, item)


def public_page(page_id: int) -> ContentPage:
    """The content page that everyone may read, as an instance of its own class. Raises Http404."""
    page = get_object_or_404(public(Page.objects.all()), pk=page_id)
    specific = page.specific
    if not isinstance(specific, ContentPage):
        raise Http404(page_id)
    return specific


def _read(request: HttpRequest, page: ContentPage, subject: str, style: str, item: CslItem) -> HttpResponse:
    """The box alone for the script of the page, a page with it for who has no script."""
    is_of_today = item["type"] == "webpage"
    if is_of_today:
        item["accessed"] = items.whole_date(timezone.localdate())
    box = box_of(page, subject, style, item)
    in_place = request.headers.get("HX-Request") == "true" and not request.headers.get("HX-History-Restore-Request")
    template = "citing/box.html" if in_place else "citing/citation.html"
    response = render(request, template, {"box": box, "cited": page, "cited_url": page_url(page)})
    if is_of_today:
        # It says when the page was read.
        declare(response, Policy(keep=False))
    return response


def _file(item: CslItem, code: str) -> HttpResponse:
    file = write([item], code)
    response = HttpResponse(file.content, content_type=file.content_type)
    name = slugify(citation_key(item)) or "verwijzing"
    response["Content-Disposition"] = f'attachment; filename="{name}.{file.extension}"'
    response["X-Robots-Tag"] = "noindex"
    response["Content-Language"] = get_language() or "nl"
    return response
