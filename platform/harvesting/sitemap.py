"""``/sitemap.xml`` and its parts: every public page, and what stands beside them, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from lxml import etree
from wagtail.models import Page

from caching.policy import cached
from editorial.addresses import localised, site_path, site_root_path
from editorial.publicity import public_in_database
from harvesting import sitemap_sections
from harvesting.addresses import absolute
from harvesting.formats.legal_xml import add

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
#: A part covers so many page numbers, in two languages: far below the 50,000 addresses that the protocol allows,
#: and small enough to be kept whole by the page cache.
NUMBERS_A_PART = 500
_LANGUAGES = ("nl", "en")


@require_safe
@cached()
def index(request: HttpRequest) -> HttpResponse:
    """The parts that have pages, each with the date of its latest change."""
    root = etree.Element(f"{{{NAMESPACE}}}sitemapindex", nsmap={None: NAMESPACE})
    latest: dict[int, str] = {}
    changed = _pages().values_list("pk", "last_published_at").order_by("pk")
    for page_id, moment in changed.iterator(chunk_size=2_000):
        part = page_id // NUMBERS_A_PART
        day = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
        latest[part] = max(latest.get(part, ""), day)
    for part, day in latest.items():
        entry = add(root, "sitemap")
        add(entry, "loc", absolute("sitemap_part", part))
        if day:
            add(entry, "lastmod", day)
    for name, number in sitemap_sections.parts():
        add(add(root, "sitemap"), "loc", absolute("sitemap_section", name, number))
    return _answer(root)


@require_safe
@cached()
def part(request: HttpRequest, number: int) -> HttpResponse:
    """The pages of one part, in both languages, each naming the other."""
    first = number * NUMBERS_A_PART
    if first > (_pages().aggregate(last=Max("pk"))["last"] or 0):
        raise Http404
    root = _urlset()
    rows = _pages().filter(pk__gte=first, pk__lt=first + NUMBERS_A_PART).order_by("pk")
    for url_path, moment in rows.values_list("url_path", "last_published_at"):
        _add_address(root, site_path(url_path), moment)
    return _answer(root)


@require_safe
@cached()
def section(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One part of what is no page of the tree, such as organisations. Raises Http404 for one without addresses."""
    paths = sitemap_sections.paths_in(name, number)
    if not paths:
        raise Http404
    root = _urlset()
    for path in paths:
        _add_address(root, path)
    return _answer(root)


def _urlset() -> etree._Element:
    return etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE, "xhtml": _XHTML})


def _add_address(root: etree._Element, path: str, moment: datetime | None = None) -> None:
    """A Dutch address and its English one, each naming both."""
    addresses = {language: settings.SITE_URL + localised(path, language) for language in _LANGUAGES}
    for address in addresses.values():
        entry = add(root, "url")
        add(entry, "loc", address)
        if moment:
            add(entry, "lastmod", moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        for language, other in addresses.items():
            add(entry, f"{{{_XHTML}}}link", rel="alternate", hreflang=language, href=other)


def _pages() -> QuerySet[Page]:
    """Every public page below the front page, listings too."""
    root = site_root_path()
    return public_in_database(Page.objects.filter(url_path__startswith=root)) if root else Page.objects.none()


def _answer(root: etree._Element) -> HttpResponse:
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return HttpResponse(content, content_type="application/xml; charset=utf-8")
